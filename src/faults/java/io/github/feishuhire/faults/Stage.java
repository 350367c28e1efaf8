package io.github.feishuhire.faults;

import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.github.feishuhire.faults.engine.Gateway;
import io.github.feishuhire.faults.engine.Lane;
import io.github.feishuhire.faults.engine.Program;
import io.github.feishuhire.faults.engine.Records;
import io.github.feishuhire.faults.engine.RuntimeImage;
import io.github.feishuhire.faults.engine.Worker;
import io.github.feishuhire.faults.oracle.Permission;
import io.github.feishuhire.faults.oracle.RowResult;
import io.github.feishuhire.testbed.engine.Broker;
import io.github.feishuhire.testbed.feishu.StandIn;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Everything that plays in the campaign, started once for all rows. */
final class Stage implements AutoCloseable {

  static final Path FOLDER = Path.of("target", "faults").toAbsolutePath();

  private final Size size;
  private final Broker broker;
  private final Records records;
  private final String lane;
  private final StandIn feishu = new StandIn();
  private final List<Permission> permissions = new CopyOnWriteArrayList<>();
  private final List<Worker> workers = new CopyOnWriteArrayList<>();
  private final List<RowResult> results;
  private final AtomicInteger numbers;
  private final Program program;
  private @Nullable Worker current;
  private @Nullable Worker spare;
  private @Nullable Stage inRuntime;

  Stage() {
    size = Size.configured();
    broker = new Broker(FOLDER.resolveSibling("broker/camunda-zeebe-8.6.0"), folder());
    records = new Records(broker);
    lane = Lane.MAIN.prefix();
    results = new CopyOnWriteArrayList<>();
    numbers = new AtomicInteger();
    program = Program.connector(FOLDER.resolveSibling("feishu-hire-connector.jar"));
    System.out.println("fault campaign: size " + size.name() + ", seed " + size.seed());
    broker.start();
    deploy();
  }

  private Stage(Stage main, Program program) {
    this.program = program;
    size = main.size;
    broker = main.broker;
    records = main.records;
    results = main.results;
    numbers = main.numbers;
    lane = "l" + numbers.incrementAndGet();
    deploy();
  }

  /**
   * A part of the stage for a row that runs beside others: the broker is everybody's, everything
   * else is its own. On it nothing may be done to the broker.
   */
  Stage aside() {
    return new Stage(this, program);
  }

  /** A part whose workers are connector runtimes of Camunda that have the connector's jar. */
  Stage inRuntime() {
    if (inRuntime == null) {
      inRuntime = new Stage(this, RuntimeImage.withConnector(folder().resolve("runtime")));
    }
    return inRuntime;
  }

  private Path folder() {
    return FOLDER.resolve("run-" + size.seed());
  }

  private void deploy() {
    DeployResourceCommandStep1 deploy = broker.client().newDeployResourceCommand();
    DeployResourceCommandStep2 command = null;
    int number = 0;
    for (var model : Models.all(lane)) {
      String file = lane + ++number + ".bpmn";
      command = (command == null ? deploy : command).addProcessModel(model, file);
    }
    if (command != null) {
      command.send().join();
    }
  }

  /** Empty for the main part. */
  String lane() {
    return lane;
  }

  Size size() {
    return size;
  }

  Broker broker() {
    return broker;
  }

  StandIn feishu() {
    return feishu;
  }

  Records records() {
    return records;
  }

  List<Permission> permissions() {
    return permissions;
  }

  List<RowResult> results() {
    return results;
  }

  /** Every worker there was. */
  List<Worker> workers() {
    return workers;
  }

  /** A further worker, which gets no jobs yet. */
  Worker newWorker(Map<String, String> settings) {
    return newWorker(List.of(), settings);
  }

  /**
   * A further worker, which gets no jobs yet.
   *
   * @param apps its connections besides the default one
   */
  Worker newWorker(List<String> apps, Map<String, String> settings) {
    Worker worker =
        Worker.start(
            "w" + numbers.incrementAndGet(),
            program,
            folder(),
            new Gateway(broker.port(), new Lane(lane)),
            feishu,
            apps,
            settings);
    workers.add(worker);
    return worker;
  }

  /** Serves whatever has no worker of its own; when it is dead, the spare is in its place. */
  Worker worker() {
    Worker worker = current;
    if (worker == null || !worker.process().isAlive()) {
      worker = spare == null ? newWorker(Map.of()) : spare;
      current = worker;
      spare = newWorker(Map.of());
    }
    worker.awaitReady().gateway().giveJobs();
    return worker;
  }

  /** Nothing of one test reaches the next, whatever became of it. */
  void tidyUp() {
    feishu.script().clear();
    workers.stream()
        .filter(worker -> worker != current && worker != spare)
        .filter(worker -> worker.process().isAlive())
        .forEach(Worker::close);
    if (inRuntime != null) {
      inRuntime.tidyUp();
    }
  }

  @Override
  public void close() {
    if (inRuntime != null) {
      inRuntime.close();
    }
    workers.forEach(Worker::close);
    feishu.close();
    if (lane.isEmpty()) {
      broker.close();
    }
  }
}

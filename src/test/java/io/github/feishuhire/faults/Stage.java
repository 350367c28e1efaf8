package io.github.feishuhire.faults;

import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.github.feishuhire.faults.engine.Gateway;
import io.github.feishuhire.faults.engine.Records;
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

  private final Size size = Size.configured();
  private final Broker broker =
      new Broker(
          FOLDER.resolveSibling("broker/camunda-zeebe-8.6.0"),
          FOLDER.resolve("run-" + size.seed()));
  private final StandIn feishu = new StandIn();
  private final Records records = new Records(broker);
  private final List<Permission> permissions = new CopyOnWriteArrayList<>();
  private final List<Worker> workers = new CopyOnWriteArrayList<>();
  private final List<RowResult> results = new CopyOnWriteArrayList<>();
  private final AtomicInteger workerNumbers = new AtomicInteger();
  private @Nullable Worker current;
  private @Nullable Worker spare;

  Stage() {
    System.out.println("fault campaign: size " + size.name() + ", seed " + size.seed());
    broker.start();
    DeployResourceCommandStep1 deploy = broker.client().newDeployResourceCommand();
    DeployResourceCommandStep2 command = null;
    int number = 0;
    for (var model : Models.all()) {
      command = (command == null ? deploy : command).addProcessModel(model, ++number + ".bpmn");
    }
    if (command != null) {
      command.send().join();
    }
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
    Worker worker =
        Worker.start(
            "w" + workerNumbers.incrementAndGet(),
            FOLDER.resolveSibling("feishu-hire-connector.jar"),
            FOLDER.resolve("run-" + size.seed()),
            new Gateway(broker.port()),
            feishu,
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
  }

  @Override
  public void close() {
    workers.forEach(Worker::close);
    broker.close();
    feishu.close();
  }
}

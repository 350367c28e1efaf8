package io.github.feishuhire.demo;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.github.feishuhire.Application;
import io.github.feishuhire.process.EmbeddedEngine;
import io.github.feishuhire.process.Journal;
import io.github.feishuhire.process.Recruiter;
import io.github.feishuhire.process.ShippedModel;
import io.github.feishuhire.sandboxed.SandboxStart;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts everything on this machine and sends the candidates through {@code
 * bpmn/hire-candidate.bpmn}.
 */
public final class Demo {

  private static final int PORT = 26500;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Demo() {}

  /**
   * With {@code --exit} it ends by itself, with status 0 only if every candidate ended as expected.
   */
  public static void main(String[] args) throws InterruptedException {
    boolean exit = List.of(args).contains("--exit");
    if (!isFree(PORT)) {
      OUT.println(
          "Port "
              + PORT
              + " is taken: stop the Camunda that runs on this machine, then try again.");
      System.exit(1);
    }
    ZeebeTestEngine engine = EmbeddedEngine.create(PORT);
    engine.start();
    ConfigurableApplicationContext application = startConnector();
    boolean asExpected = run(application.getBean(CamundaClient.class), new Journal(engine));
    if (exit) {
      application.close();
      engine.stop();
      System.exit(asExpected ? 0 : 1);
    }
    OUT.println(
        "Deploy to this engine from the Modeler: Self-Managed, http://localhost:"
            + PORT
            + ", no authentication.");
    OUT.println("Stop with Ctrl-C.");
    Thread.currentThread().join();
  }

  private static ConfigurableApplicationContext startConnector() {
    return new SpringApplicationBuilder(Application.class)
        .listeners(new SandboxStart())
        .properties(
            "camunda.client.grpc-address=http://localhost:" + PORT,
            "camunda.client.prefer-rest-over-grpc=false",
            "camunda.client.auth.method=none",
            "server.port=0",
            "logging.level.root=WARN",
            "logging.level.io.camunda.client.impl.CamundaCallCredentials=ERROR",
            "logging.level.io.github.feishuhire.sandbox=INFO",
            "logging.level.io.github.feishuhire.job=OFF")
        .run();
  }

  private static boolean run(CamundaClient client, Journal journal) throws InterruptedException {
    deploy(client);
    Recruiter.work(client);
    Progress progress = new Progress(journal, OUT);
    List<Run> runs = new ArrayList<>();
    OUT.println();
    for (boolean repeated : List.of(false, true)) {
      Candidate.all().stream()
          .filter(candidate -> candidate.isRepeated() == repeated)
          .forEach(candidate -> runs.add(new Run(candidate, start(client, candidate), journal)));
      follow(runs, progress);
    }
    table(runs);
    long asExpected = runs.stream().filter(Run::isAsExpected).count();
    OUT.println();
    OUT.println(asExpected + " of " + runs.size() + " candidates ended as expected");
    return asExpected == runs.size();
  }

  /** Looks at the engine until all are done; there is nothing that would call us. */
  private static void follow(List<Run> runs, Progress progress) throws InterruptedException {
    Instant limit = Instant.now().plus(PATIENCE);
    while (!runs.stream().allMatch(Run::isOver) && Instant.now().isBefore(limit)) {
      Thread.sleep(BETWEEN_LOOKS);
      progress.tell(runs);
    }
    progress.tell(runs);
  }

  private static void deploy(CamundaClient client) {
    var command = client.newDeployResourceCommand();
    List<String> names = ShippedModel.names();
    var withResources = command.addResourceBytes(bytes(names.getFirst()), names.getFirst());
    for (String name : names.subList(1, names.size())) {
      withResources = withResources.addResourceBytes(bytes(name), name);
    }
    withResources.send().join();
    OUT.println("Deployed " + String.join(", ", names));
  }

  private static byte[] bytes(String name) {
    return ShippedModel.withUserTasksAsJobs(name).getBytes(StandardCharsets.UTF_8);
  }

  private static long start(CamundaClient client, Candidate candidate) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId("hire-candidate")
        .latestVersion()
        .variables(candidate.variables())
        .send()
        .join()
        .getProcessInstanceKey();
  }

  private static void table(List<Run> runs) {
    OUT.println();
    OUT.println(row("candidate", "story", "what became of it", "task_id", "application_id"));
    for (Run run : runs) {
      OUT.println(
          row(
              run.candidate().name(),
              run.candidate().story(),
              run.ending() + (run.isAsExpected() ? "" : " (NOT EXPECTED)"),
              run.taskId(),
              run.applicationId()));
    }
  }

  private static String row(
      String name, String story, String ending, String task, String application) {
    return Columns.padded(name, 14)
        + Columns.padded(story, 23)
        + Columns.padded(ending, 48)
        + Columns.padded(task, 34)
        + application;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}

package io.github.feishuhire.demo;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.github.feishuhire.Application;
import io.github.feishuhire.process.EmbeddedEngine;
import io.github.feishuhire.process.Journal;
import io.github.feishuhire.process.Recruiter;
import io.github.feishuhire.process.ShippedModel;
import io.github.feishuhire.sandboxed.SandboxStart;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
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
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Starts everything on this machine and sends the candidates through {@code
 * bpmn/hire-candidate.bpmn}.
 */
public final class Demo {

  private static final int PORT = 26500;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final Language language;
  private final Words words;

  private Demo(Language language) {
    this.language = language;
    this.words = new Words(language, Words.in(language, "io.github.feishuhire.demo.demo"));
  }

  /**
   * With {@code --exit} it ends by itself, with status 0 only if every candidate ended as expected.
   */
  public static void main(String[] args) throws InterruptedException {
    boolean exit = List.of(args).contains("--exit");
    Demo demo = new Demo(language(args));
    if (!isFree(PORT)) {
      OUT.println(demo.words.say("taken", PORT));
      System.exit(1);
    }
    ZeebeTestEngine engine = EmbeddedEngine.create(PORT);
    engine.start();
    ConfigurableApplicationContext application = startConnector();
    boolean asExpected = demo.run(application.getBean(CamundaClient.class), new Journal(engine));
    if (exit) {
      application.close();
      engine.stop();
      System.exit(asExpected ? 0 : 1);
    }
    OUT.println(demo.words.say("deploy", PORT));
    OUT.println(demo.words.say("stop"));
    Thread.currentThread().join();
  }

  /** As the connector is told it: FEISHU_LANGUAGE, or an argument. */
  private static Language language(String[] args) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
    return Language.of(environment.getProperty("feishu.language", "en")).orElse(Language.EN);
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

  private boolean run(CamundaClient client, Journal journal) throws InterruptedException {
    deploy(client);
    Recruiter.work(client);
    Progress progress = new Progress(journal, words, OUT);
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
    OUT.println(words.say("asExpected", asExpected, runs.size()));
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

  private void deploy(CamundaClient client) {
    var command = client.newDeployResourceCommand();
    List<String> names = ShippedModel.names();
    var withResources = command.addResourceBytes(bytes(names.getFirst()), names.getFirst());
    for (String name : names.subList(1, names.size())) {
      withResources = withResources.addResourceBytes(bytes(name), name);
    }
    withResources.send().join();
    OUT.println(words.say("deployed", words.list(names.stream())));
  }

  private static byte[] bytes(String name) {
    return ShippedModel.withUserTasksAsJobs(name).getBytes(StandardCharsets.UTF_8);
  }

  private long start(CamundaClient client, Candidate candidate) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(language == Language.EN ? "hire-candidate" : "hire-candidate-" + language)
        .latestVersion()
        .variables(candidate.variables())
        .send()
        .join()
        .getProcessInstanceKey();
  }

  private void table(List<Run> runs) {
    OUT.println();
    OUT.println(
        row(
            words.say("column.candidate"),
            words.say("column.story"),
            words.say("column.ending"),
            "task_id",
            "application_id"));
    for (Run run : runs) {
      OUT.println(
          row(
              run.candidate().name(),
              words.say("story." + run.candidate().story()),
              run.isAsExpected() ? run.ending(words) : words.say("notExpected", run.ending(words)),
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

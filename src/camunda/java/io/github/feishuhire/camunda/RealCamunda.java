package io.github.feishuhire.camunda;

import io.camunda.client.CamundaClient;
import io.github.feishuhire.demo.Arguments;
import io.github.feishuhire.demo.Round;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.words.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Starts the real Camunda with Operate and Tasklist on this machine, beside it the packaged worker,
 * and sends the demo's candidates through {@code bpmn/hire-candidate.bpmn}.
 */
public final class RealCamunda {

  static final String BUNDLE = "io.github.feishuhire.camunda.camunda";

  private static final Path FOLDER = Path.of("target", "camunda");
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final Arguments arguments;
  private final Words words;
  private volatile boolean ending;

  private RealCamunda(Arguments arguments) {
    this.arguments = arguments;
    this.words = new Words(arguments.language(), Words.in(arguments.language(), BUNDLE));
  }

  /**
   * With {@code --exit} it ends by itself, with status 0 only if every candidate ended as expected.
   */
  public static void main(String[] args) {
    // Whoever has started this may be killed before it can say a word.
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> Thread.ofPlatform().daemon().start(() -> endWith(parent)));
    System.exit(new RealCamunda(Arguments.of(args)).run() ? 0 : 1);
  }

  private static void endWith(ProcessHandle parent) {
    parent.onExit().join();
    System.exit(1);
  }

  private boolean run() {
    try {
      return start();
    } catch (NotStarted e) {
      say(e.say(words));
    } catch (IOException | RuntimeException e) {
      say(words.say("failed", String.valueOf(e.getMessage())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private boolean start() throws IOException, NotStarted, InterruptedException {
    Memory.available().mustBe(Memory.NEEDED);
    Places places = Places.choose();
    try (Home home = Home.in(FOLDER);
        Sandbox sandbox = Sandbox.start();
        Stack stack = new Stack(home, part -> say(words.say("up", part)))) {
      Parts parts = new Parts(home, places);
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(stack)));
      say(words.say("starting", Parts.CAMUNDA_VERSION));
      stack.start(parts.search());
      stack.start(parts.engine(), parts.webApplications());
      stack.start(parts.worker(sandbox.baseUrl(), arguments.language().toString()));
      return play(places);
    }
  }

  private void end(Stack stack) {
    ending = true;
    stack.close();
  }

  private boolean play(Places places) throws IOException, InterruptedException {
    try (WebApi api = new WebApi(places.web());
        CamundaClient client = client(places)) {
      new Deployment(client, words, OUT).deploy();
      say(words.say("tasklist", Integer.toString(places.web())));
      say(words.say("operate", Integer.toString(places.web())));
      say(words.say("logIn"));
      say(words.say("engine", Integer.toString(places.grpc())));
      say(words.say("sent"));
      var candidates = new Candidates(client, api, arguments.language());
      Round round = candidates.sendAndScreen();
      round.print(arguments.words(), OUT);
      if (!arguments.exit()) {
        candidates.sendForPerson();
        say(words.say("waiting"));
        say(words.say("stop"));
        new CountDownLatch(1).await();
      }
      return round.isAsExpected();
    }
  }

  private static CamundaClient client(Places places) {
    return CamundaClient.newClientBuilder()
        .grpcAddress(URI.create("http://127.0.0.1:" + places.grpc()))
        .restAddress(URI.create("http://127.0.0.1:" + places.rest()))
        .preferRestOverGrpc(false)
        .defaultRequestTimeout(Duration.ofSeconds(60))
        .build();
  }

  /** What comes while all of it is being stopped is no news. */
  private void say(String line) {
    if (!ending) {
      OUT.println(line);
    }
  }
}

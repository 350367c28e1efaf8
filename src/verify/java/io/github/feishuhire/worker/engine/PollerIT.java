package io.github.feishuhire.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.process.FastTime;
import io.github.feishuhire.worker.engine.PollListener.PollResult;
import io.github.feishuhire.worker.engine.Poller.Subscription;
import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PollerIT {

  private final JobSource camunda = new JobSource();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<PollResult> results = new CopyOnWriteArrayList<>();
  private final Set<Long> run = ConcurrentHashMap.newKeySet();
  private final Time time = new FastTime(20);

  @AfterEach
  void stop() {
    threads.shutdownNow();
    camunda.close();
  }

  private PollState start(CamundaClient client) {
    PollListener listener =
        new PollListener() {
          @Override
          public void polled(String jobType, PollResult result) {
            results.add(result);
          }
        };
    var poller =
        new Poller(
            client,
            new Subscription("test", List.of(), Duration.ofMinutes(1), 32, 1024),
            new OneConnection(),
            (job, lease) -> () -> run.add(job.getKey()),
            new HeldBytes(1),
            threads,
            time,
            List.of(listener));
    threads.execute(poller::poll);
    return poller.state();
  }

  /** Jobs of forty apps that wait in the engine come to no more at once than the heap holds. */
  @Test
  void fortyConnectionsRunNoMoreAtOnceThanTwo() {
    int jobs = 2000;
    for (int key = 1; key <= jobs; key++) {
      camunda.add(key, "{}");
    }
    var many = new ManyConnections(40);
    var atOnce = new AtomicInteger();
    var end = new CountDownLatch(1);
    Poller.Handler handler =
        (job, lease) ->
            () -> {
              atOnce.incrementAndGet();
              try {
                end.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            };
    try (CamundaClient client = camunda.client(true)) {
      var subscription = new Subscription("test", List.of(), Duration.ofMinutes(1), 150, 1024);
      var poller =
          new Poller(
              client, subscription, many, handler, new HeldBytes(40), threads, time, List.of());
      threads.execute(poller::poll);

      await()
          .until(
              () -> {
                int parked = many.connections().stream().mapToInt(poller::parked).sum();
                int handedOut = jobs - camunda.left();
                return handedOut > 250 && atOnce.get() + parked == handedOut;
              });

      assertThat(atOnce.get()).isBetween(250, 2 * 150);
    } finally {
      end.countDown();
    }
  }

  private record ManyConnections(int count) implements TurnsByConnection {
    @Override
    public Collection<String> connections() {
      return IntStream.range(0, count).mapToObj(number -> "app" + number).toList();
    }

    @Override
    public String of(ActivatedJob job) {
      return "app" + job.getKey() % count;
    }

    @Override
    public Turns turns(String connection) {
      return Turns.ALWAYS;
    }
  }

  private record OneConnection() implements TurnsByConnection {
    @Override
    public Collection<String> connections() {
      return List.of("default");
    }

    @Override
    public String of(ActivatedJob job) {
      return "default";
    }

    @Override
    public Turns turns(String connection) {
      return Turns.ALWAYS;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, REFUSED",
    "403, REFUSED",
    "405, REFUSED",
    "400, REFUSED",
    "413, REFUSED",
    "429, UNANSWERED",
    "500, UNANSWERED",
    "503, UNANSWERED"
  })
  void eachStatusOfTheRestApiIsSeen(int status, PollResult result) {
    camunda.refuse(status);
    try (CamundaClient client = camunda.client(true)) {
      PollState state = start(client);

      await().until(() -> results.size() >= 2);

      assertThat(results).containsOnly(result);
      assertThat(state.isAnswered()).isFalse();
      assertThat(state.trouble()).isEqualTo("HTTP " + status);

      camunda.refuse(200);
      await().until(state::isAnswered);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UNAUTHENTICATED, REFUSED",
    "PERMISSION_DENIED, REFUSED",
    "INVALID_ARGUMENT, REFUSED",
    "UNIMPLEMENTED, REFUSED",
    "RESOURCE_EXHAUSTED, UNANSWERED",
    "UNAVAILABLE, UNANSWERED",
    "INTERNAL, UNANSWERED"
  })
  void eachStatusOverGrpcIsSeen(Status.Code status, PollResult result) {
    camunda.refuse(status.toStatus().withDescription("Zhang San"));
    try (CamundaClient client = camunda.client(false)) {
      PollState state = start(client);

      await().until(() -> results.size() >= 2);

      assertThat(results).containsOnly(result);
      assertThat(state.isAnswered()).isFalse();
      assertThat(state.trouble()).isEqualTo(status.name());

      camunda.refuse(Status.OK);
      await().until(state::isAnswered);
    }
  }

  /** The client's own limit is on nesting; one such variable hides the jobs beside it. */
  @Test
  void oneJobThatCannotBeReadTakesNoOtherAlong() {
    camunda.add(1, "{}");
    camunda.add(2, "{\"deep\":" + "[".repeat(1100) + "]".repeat(1100) + "}");
    camunda.add(3, "{}");
    try (CamundaClient client = camunda.client(true)) {
      PollState state = start(client);
      await().until(() -> results.contains(PollResult.UNREADABLE));
      camunda.add(1, "{}"); // as the engine does after the lease
      camunda.add(2, "{\"deep\":" + "[".repeat(1100) + "]".repeat(1100) + "}");
      camunda.add(3, "{}");

      await().until(() -> run.containsAll(Set.of(1L, 3L)));

      assertThat(run).doesNotContain(2L);
      assertThat(state.sinceLastSign()).isLessThan(Duration.ofMinutes(1));
    }
  }

  /** In a process of its own: the limit is the client's from its first use on. */
  @ParameterizedTest
  @ValueSource(ints = {900, 998})
  void whatCamundaTakesCanBeRead(int levels) throws Exception {
    camunda.add(1, "{\"deep\":" + "[".repeat(levels) + "]".repeat(levels) + "}");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    Process reader =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                DeepJobReader.class.getName(),
                camunda.restAddress().toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(reader.waitFor()).as(said).isZero();
  }

  @Test
  void aPollerThatIsRefusedOrFindsNobodyIsAlive() {
    try (CamundaClient client = camunda.client(false)) {
      PollState state = start(client);
      await().until(state::isAnswered);
      camunda.close();

      await().until(() -> results.contains(PollResult.UNANSWERED));

      assertThat(state.sinceLastSign()).isLessThan(Duration.ofMinutes(1));
    }
  }

  /** As when its client's threads have died: no answer, no end, nothing. */
  @Test
  void aPollerThatHangsIsNot() {
    camunda.fallSilent();
    try (CamundaClient client = camunda.client(false)) {
      PollState state = start(client);
      await().until(() -> camunda.asked() > 0);

      await().until(() -> state.sinceLastSign().compareTo(Duration.ofMinutes(1)) > 0);

      assertThat(results).isEmpty();
    }
  }
}

package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.JobBatchIntent;
import io.camunda.zeebe.protocol.record.value.JobBatchRecordValue;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.StandIn;
import io.github.feishuhire.testbed.feishu.Turn;
import io.github.feishuhire.testbed.feishu.Wires;
import io.github.feishuhire.worker.Workers;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several Feishu apps of different health behind one worker. */
final class ConnectionsApartIT {

  private static final int MANY = 300;
  private static final int FEW = 40;
  private static final int AT_ONCE = 20;

  private final ZeebeTestEngine engine = EmbeddedEngine.create();
  private final StandIn dead = new StandIn();
  private final StandIn slow = new StandIn();
  private final StandIn healthy = new StandIn();
  private CamundaClient client = connect();
  private Workers workers = workers();

  @BeforeEach
  void start() {
    engine.start();
    slow.script().always(Kind.SUBMIT, Turn.late(Duration.ofSeconds(15)));
    dead.script().always(Kind.SUBMIT, Turn.unclear(false, Wires.html(503)));
    List.of("default", "slow", "dead")
        .forEach(
            connection ->
                client
                    .newDeployResourceCommand()
                    .addResourceStringUtf8(
                        OneTask.of(
                            connection,
                            "feishu-hire:submit-website-delivery:1",
                            Map.of("connection", connection)),
                        connection + ".bpmn")
                    .send()
                    .join());
  }

  @AfterEach
  void stop() {
    workers.stop(Duration.ZERO);
    client.close();
    engine.stop();
    List.of(dead, slow, healthy).forEach(StandIn::close);
  }

  private CamundaClient connect() {
    return CamundaClient.newClientBuilder()
        .grpcAddress(URI.create("http://" + engine.getGatewayAddress()))
        .preferRestOverGrpc(false)
        .build();
  }

  private Workers workers() {
    return TestWorkers.of(
        client,
        Map.of(
            "default", healthy.baseUrl("w"), "slow", slow.baseUrl("w"), "dead", dead.baseUrl("w")),
        Time.system());
  }

  @Test
  void oneThatIsWellIsServedBehindAllTheJobsOfOthers() {
    create("dead", MANY);
    create("slow", MANY);
    workers.start();
    await().atMost(Duration.ofSeconds(30)).until(() -> dead.submissions().size() >= 5);

    create("default", FEW);

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(healthy.submissions()).hasSize(FEW));
    assertThat(slow.submissions().size()).as("it is used meanwhile").isGreaterThanOrEqualTo(5);
    assertThat(dead.submissions()).as("doubts").hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void jobsThatWaitForTheirAppAreHandedOutOnceAndGoOnAsSoonAsItIsBack() {
    create("dead", MANY);
    create("default", 1);
    workers.start();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(healthy.submissions()).hasSize(1));
    int doubts = dead.submissions().size();
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofSeconds(3))
        .until(() -> handOuts().size(), new Settled()::isSeen);
    dead.script().stop(Kind.SUBMIT);

    await()
        .atMost(Duration.ofSeconds(25))
        .untilAsserted(() -> assertThat(dead.submissions().size() - doubts).isGreaterThan(100));
    Map<Long, Integer> times = new HashMap<>();
    handOuts().forEach(key -> times.merge(key, 1, Integer::sum));
    assertThat(times.values())
        .as("once to park, once to run, and some trials")
        .allMatch(n -> n < 6);
  }

  @Test
  void whatWasParkedIsThereForTheNextWorkerAtOnce() {
    create("dead", FEW);
    create("default", 1);
    workers.start();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(healthy.submissions()).hasSize(1));
    dead.script().stop(Kind.SUBMIT);
    int doubts = dead.submissions().size();

    workers.stop(Duration.ofSeconds(5));
    workers = workers();
    workers.start();

    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(dead.submissions().size()).isGreaterThanOrEqualTo(FEW));
    assertThat(doubts).isPositive();
  }

  private void create(String process, int count) {
    for (int from = 0; from < count; from += AT_ONCE) {
      IntStream.range(from, Math.min(from + AT_ONCE, count))
          .mapToObj(number -> create(process, "candidate" + number))
          .toList()
          .forEach(CamundaFuture::join);
    }
  }

  private CamundaFuture<?> create(String process, String candidate) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(process)
        .latestVersion()
        .variables(
            Map.of(
                "website_id", candidate,
                "job_post_id", "6960663240925956636",
                "user_id", "6960663240925956634",
                "resume_file_id", "7095614894070434092"))
        .send();
  }

  /** Seen when jobs are handed out no more, or at most one in a second, as for a trial. */
  private static final class Settled {

    private int last = -100;

    boolean isSeen(int handedOut) {
      boolean settled = handedOut - last <= 3;
      last = handedOut;
      return settled;
    }
  }

  /** The key of a job, as often as it was handed out. */
  private List<Long> handOuts() {
    return StreamSupport.stream(engine.getRecordStreamSource().getRecords().spliterator(), false)
        .filter(record -> record.getIntent() == JobBatchIntent.ACTIVATED)
        .map(Record::getValue)
        .filter(JobBatchRecordValue.class::isInstance)
        .flatMap(value -> ((JobBatchRecordValue) value).getJobKeys().stream())
        .toList();
  }
}

package io.github.feishuhire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.faults.engine.Worker;
import io.github.feishuhire.faults.oracle.EngineEvent;
import io.github.feishuhire.faults.oracle.Run;
import io.github.feishuhire.faults.oracle.Run.Doubt;
import io.github.feishuhire.faults.oracle.Run.End;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.Request;
import io.github.feishuhire.testbed.feishu.Turn;
import io.github.feishuhire.testbed.feishu.Wire;
import io.github.feishuhire.testbed.feishu.Wires;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Feishu breaks down for a while, in the middle of work that never ends: a handful of doubts, and
 * everything else waits.
 */
@ExtendWith(StageExtension.class)
final class OutageIT {

  /** Of 50 in a second: little enough that the quota of a minute never is the one that binds. */
  private static final String PER_SECOND = "0.28";

  private static final int RATE = 14;
  private static final Duration PART = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(22);

  /** The jobs that a worker can have in hand when it begins. */
  private static final int CAPACITY = 32;

  /** In the 20 s until the first doubt, the others wait five seconds each time and come back. */
  private static final int WAITS_IN_SILENCE = 4;

  private static final int DOUBTS = 5;

  @Test
  void faultsOfTheServer(Stage stage) {
    int replicas = 2;
    Duration length = length(stage);
    String name = "outage: HTTP 503 for " + length.toSeconds() + " s, 2 replicas";
    Trial trial = new Trial(stage, name, replicas);
    trial.begin();
    trial.everything(Wires.html(503));
    pass(length);
    trial.goOn(2 * CAPACITY * replicas);
  }

  @Test
  void silenceThenNobodyThere(Stage stage) {
    Duration length = length(stage);
    String name = "outage: silence, then connection refused, " + length.toSeconds() + " s";
    Trial trial = new Trial(stage, name, 1);
    trial.begin();
    trial.everything(Wires.silence());
    pass(SILENCE);
    stage.feishu().leave();
    pass(length.minus(SILENCE));
    stage.feishu().comeBack();
    trial.goOn(CAPACITY * (2 + WAITS_IN_SILENCE));
  }

  private static Duration length(Stage stage) {
    return Duration.ofSeconds(stage.size().of(30, 60));
  }

  private static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> System.nanoTime() > end);
  }

  /** One outage. */
  private static final class Trial {

    private final Stage stage;
    private final Row row;
    private final List<Worker> workers = new ArrayList<>();
    private final int total = RATE * 45;
    private int handedOut;

    Trial(Stage stage, String name, int replicas) {
      this.stage = stage;
      this.row = new Row(stage, name);
      stage.worker().gateway().keepJobs();
      for (int i = 0; i < replicas; i++) {
        workers.add(
            stage.newWorker(
                Map.of(
                    "FEISHU_REPLICAS",
                    String.valueOf(replicas),
                    "FEISHU_QUOTA_PER_SECOND",
                    PER_SECOND)));
      }
      workers.forEach(Worker::awaitReady);
    }

    /** Returns when work has gone well for some time. */
    void begin() {
      row.start(
          Models.SUBMIT,
          total,
          candidate ->
              new Run(candidate, Set.of(End.SUBMITTED, End.INCIDENT), 1, 1, Doubt.BY_RECORD));
      workers.forEach(worker -> worker.gateway().giveJobs());
      pass(PART);
      handedOut = handedOut();
    }

    void everything(Wire wire) {
      for (Kind kind : Kind.values()) {
        stage.feishu().script().always(kind, Turn.unclear(true, wire));
      }
    }

    /**
     * Feishu is back; and the verdict.
     *
     * @param mostHandedOut jobs that may have left the engine in the outage
     */
    void goOn(int mostHandedOut) {
      stage.feishu().script().clear();
      Instant back = Instant.now();
      int duringOutage = handedOut() - handedOut;
      pass(PART.multipliedBy(2));
      int left = total - submissions(Instant.MIN, Instant.MAX);
      int measured = submissions(back.plus(PART), back.plus(PART.multipliedBy(2)));
      row.settle(Duration.ofMinutes(2));
      System.out.printf(
          "%d jobs handed out in the outage, %d of %d submissions in 10 s afterwards, %d left%n",
          duringOutage, measured, RATE * PART.toSeconds(), left);

      Map<Long, List<EngineEvent>> doubts = row.eventsOf(End.INCIDENT);
      assertThat(doubts).as("doubts").hasSizeBetween(1, DOUBTS * workers.size());
      assertThat(row.eventsOf(End.SUBMITTED).values())
          .as("no retry is used up by those that wait")
          .allSatisfy(
              events ->
                  assertThat(events)
                      .filteredOn(event -> event.kind() == EngineEvent.Kind.JOB_FAILED)
                      .extracting(EngineEvent::detail)
                      .allMatch("3"::equals));
      assertThat(left).as("the work did not end").isPositive();
      assertThat(measured)
          .as("submissions in ten seconds, ten seconds after the outage")
          .isGreaterThanOrEqualTo((int) (0.9 * RATE * PART.toSeconds()));
      assertThat(duringOutage)
          .as("jobs taken out of the engine in the outage")
          .isLessThanOrEqualTo(mostHandedOut);
      row.verdict();
      workers.forEach(Worker::close);
      stage.worker();
    }

    private int handedOut() {
      return workers.stream().mapToInt(worker -> worker.gateway().handedOut().size()).sum();
    }

    private int submissions(Instant from, Instant to) {
      List<String> names = workers.stream().map(Worker::name).toList();
      return (int)
          stage.feishu().requests().stream()
              .filter(request -> request.kind() == Kind.SUBMIT && names.contains(request.worker()))
              .map(Request::at)
              .filter(at -> !at.isBefore(from) && at.isBefore(to))
              .count();
    }
  }
}

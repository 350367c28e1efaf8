package io.github.feishuhire.faults;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.github.feishuhire.faults.engine.Worker;
import io.github.feishuhire.faults.oracle.Pace;
import io.github.feishuhire.faults.oracle.RowResult;
import io.github.feishuhire.faults.oracle.Run;
import io.github.feishuhire.faults.oracle.Run.Doubt;
import io.github.feishuhire.faults.oracle.Run.End;
import io.github.feishuhire.testbed.feishu.Gate;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Submissions without end on a part of the stage of their own, and what befalls Feishu then. */
final class SteadyLoad implements AutoCloseable {

  /** Of 50 in a second: little enough that several rows can be played at once. */
  static final Map<String, String> QUOTA = Map.of("FEISHU_QUOTA_PER_SECOND", "0.1");

  static final int RATE = 5;
  static final Duration PART = Duration.ofSeconds(10);

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Stage stage;
  private final Row row;
  private final Worker worker;
  private final Gate end = new Gate();
  private int total;

  SteadyLoad(Stage main, String name) {
    stage = main.aside();
    worker = stage.newWorker(QUOTA).awaitReady();
    row = new Row(stage, name);
    worker.gateway().giveJobs();
  }

  Stage stage() {
    return stage;
  }

  Row row() {
    return row;
  }

  /** Opens when Feishu is well again. */
  Gate end() {
    return end;
  }

  /** Enough to submit for that long; it begins when this returns. */
  void submit(Duration length) {
    int count = (int) (RATE * length.toSeconds());
    total += count;
    worker.gateway().keepJobs();
    row.start(Models.SUBMIT, count, SteadyLoad::unsure);
    worker.gateway().giveJobs();
  }

  void always(Turn turn, Kind... kinds) {
    for (Kind kind : kinds) {
      stage.feishu().script().always(kind, turn);
    }
  }

  /** How many submissions have been made since then. */
  int submissions(Instant since) {
    return (int) times().stream().filter(at -> !at.isBefore(since)).count();
  }

  Instant recover() {
    stage.feishu().script().clear();
    end.open();
    return Instant.now();
  }

  /**
   * Feishu is well again, and the load goes on.
   *
   * @param mostDoubts that the outage may have left
   * @param mostTries that jobs may have lost which only waited
   */
  void goOn(int mostDoubts, int mostTries) {
    Instant back = recover();
    Waiting.pass(PART.multipliedBy(2));
    int used = Pace.count(times(), back.plus(PART), PART);
    int left = total - times().size();
    row.settle(PATIENCE);
    row.recovers(back, Kind.SUBMIT, "", RATE);
    RowResult result = row.judge();
    assertSoftly(
        softly -> {
          softly.assertThat(result.doubtsReported()).as("doubts").isLessThanOrEqualTo(mostDoubts);
          softly
              .assertThat(result.triesOfWaiters())
              .as("tries lost by those that only waited")
              .isLessThanOrEqualTo(mostTries);
          softly.assertThat(left).as("the work did not end").isPositive();
          softly
              .assertThat(used)
              .as("submissions in ten seconds, ten seconds after the outage")
              .isGreaterThanOrEqualTo((int) (0.9 * RATE * PART.toSeconds()));
        });
    row.verdict(result);
  }

  /** Feishu is well again, and what waits for it ends soon; nobody had to be asked. */
  void endsWithin(Duration atMost, List<String> waiting) {
    Instant back = recover();
    row.settle(waiting, atMost);
    List<String> late =
        waiting.stream().filter(candidate -> row.end(candidate) == End.NONE).toList();
    row.settle(PATIENCE);
    row.recovers(back, Kind.SUBMIT, "", RATE);
    RowResult result = row.judge();
    assertSoftly(
        softly -> {
          softly.assertThat(late).as("not at an end %s after the outage", atMost).isEmpty();
          softly
              .assertThat(result.triesOfWaiters())
              .as("tries lost by those that only waited")
              .isZero();
        });
    row.verdict(result);
  }

  /** Ends that a repeatable call may have. */
  static Run done(String candidate) {
    return new Run(candidate, Set.of(End.SUBMITTED), 0, 0, Doubt.NONE);
  }

  private static Run unsure(String candidate) {
    return new Run(candidate, Set.of(End.SUBMITTED, End.INCIDENT), 1, 1, Doubt.BY_RECORD);
  }

  private List<Instant> times() {
    return row.times(Kind.SUBMIT, "");
  }

  @Override
  public void close() {
    stage.close();
  }
}

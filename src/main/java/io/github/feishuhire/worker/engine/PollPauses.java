package io.github.feishuhire.worker.engine;

import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import org.apache.commons.lang3.ObjectUtils;

/** How long a poller waits before it asks for jobs again. */
final class PollPauses {

  private static final Duration LONGEST_HOLD = Duration.ofSeconds(1);

  /** An engine without long polling says at once that there is nothing. */
  private static final Duration NOTHING_THERE = Duration.ofMillis(100);

  /** With a poller for each operation, such an engine would soon do nothing but say so. */
  private static final Duration STILL_NOTHING_THERE = Duration.ofMillis(400);

  /** Under load, a poll for each single job that ends would keep the engine busy with polls. */
  private static final Duration TO_FREE_SEVERAL = Duration.ofMillis(50);

  private static final Duration AFTER_A_FAILURE = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final PacingByConnection pacing;
  private final JobIntake intake;
  private final Time time;
  private Duration afterNextFailure = AFTER_A_FAILURE;
  private Duration afterNothing = NOTHING_THERE;

  PollPauses(PacingByConnection pacing, JobIntake intake, Time time) {
    this.pacing = pacing;
    this.intake = intake;
    this.time = time;
  }

  /** There is no room: waits for a turn or for a job to end, a second at most. */
  void whileFull() throws InterruptedException {
    Duration turn =
        pacing.connections().stream()
            .map(connection -> pacing.of(connection).until(1))
            .min(Duration::compareTo)
            .orElse(LONGEST_HOLD);
    if (turn.isPositive()) {
      time.sleep(ObjectUtils.min(turn, LONGEST_HOLD));
    } else {
      intake.awaitRelease(LONGEST_HOLD);
    }
  }

  /** What the engine took to answer counts as a wait. */
  void afterAnswer(Instant askedAt, int jobs) throws InterruptedException {
    afterNextFailure = AFTER_A_FAILURE;
    Duration atLeast = jobs == 0 ? afterNothing : TO_FREE_SEVERAL;
    afterNothing =
        jobs == 0
            ? ObjectUtils.min(afterNothing.multipliedBy(2), STILL_NOTHING_THERE)
            : NOTHING_THERE;
    Duration rest = atLeast.minus(Duration.between(askedAt, time.now()));
    if (rest.isPositive()) {
      time.sleep(rest);
    }
  }

  /** Longer each time, until there is an answer. */
  void afterFailure() throws InterruptedException {
    time.sleep(afterNextFailure);
    afterNextFailure = ObjectUtils.min(afterNextFailure.multipliedBy(2), LONGEST);
  }
}

package io.github.feishuhire.worker.outcome;

import io.github.feishuhire.worker.outcome.Outcome.Failed;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Jobs that come back: what the process sees of it, and when.
 *
 * @param random at least 0, below 1
 */
record Retries(Wording words, DoubleSupplier random) {

  private static final Duration LARGEST_SPREAD = Duration.ofSeconds(2);

  /** A fault that costs a try; after the last it is an incident. */
  Failed technical(Attempt attempt, String what) {
    int left = Math.max(0, attempt.retries() - 1);
    Duration backoff =
        left == 0
            ? Duration.ZERO
            : Backoff.after(
                attempt.number(), attempt.headers().retryBackoff(), random.getAsDouble());
    String next = words.say(left == 0 ? "usedUp" : "again", left);
    return new Failed(left, backoff, words.line(attempt, words.say("frame.next", what, next)));
  }

  /** No fault of the job: it loses no try, and does not come back in the same moment as others. */
  Failed later(Duration delay, Attempt attempt, String what) {
    Duration spread = Duration.ofMillis((long) (LARGEST_SPREAD.toMillis() * random.getAsDouble()));
    return new Failed(attempt.retries(), delay.plus(spread), words.line(attempt, what));
  }

  /** The worker is stopping: another one shall have the job, as it was. */
  Failed givenBack(Attempt attempt) {
    return new Failed(
        attempt.retries(), Duration.ZERO, words.line(attempt, words.say("givenBack")));
  }
}

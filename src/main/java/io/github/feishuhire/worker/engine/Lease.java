package io.github.feishuhire.worker.engine;

import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a job is ours. It starts when the request for jobs was sent, which is before the engine
 * can have handed the job out; so it never ends later than the engine's own, whatever the clocks on
 * both sides say and however long the answer lay in a buffer.
 */
public final class Lease {

  private final Time time;
  private volatile Instant end;

  public Lease(Instant askedAt, Duration length, Time time) {
    this.time = time;
    this.end = askedAt.plus(length);
  }

  /** Zero once it has ended. */
  public Duration remaining() {
    Duration left = Duration.between(time.now(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * Makes sure that something can be begun and brought to its end.
   *
   * @throws LeaseEndedException when there is less room than that
   */
  public void requireRoom(Duration room) {
    if (remaining().compareTo(room) < 0) {
      throw new LeaseEndedException();
    }
  }

  void extended(Instant askedAt, Duration length) {
    end = askedAt.plus(length);
  }
}

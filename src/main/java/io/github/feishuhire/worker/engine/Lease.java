package io.github.feishuhire.worker.engine;

import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import org.apache.commons.lang3.ObjectUtils;

/**
 * How long a job is ours. It starts when the request for jobs was sent, which is before the engine
 * can have handed the job out; so it never ends later than the engine's own, whatever the clocks on
 * both sides say and however long the answer lay in a buffer. It ends when the first of two clocks
 * says so: the steady one stands still while the machine is suspended, and the one on the wall can
 * be set back.
 */
public final class Lease {

  private final Time time;
  private volatile End end;

  private record End(Instant steady, Instant wall) {}

  /** Starts now. */
  public Lease(Duration length, Time time) {
    this(new End(time.now().plus(length), time.wallClock().plus(length)), time);
  }

  private Lease(End end, Time time) {
    this.end = end;
    this.time = time;
  }

  /** The same for another job that was asked for by the same request. */
  public Lease forAnother() {
    return new Lease(end, time);
  }

  /** Zero once it has ended. */
  public Duration remaining() {
    End current = end;
    Duration left =
        ObjectUtils.min(
            Duration.between(time.now(), current.steady()),
            Duration.between(time.wallClock(), current.wall()));
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

  void becomes(Lease longer) {
    end = longer.end;
  }
}

package io.github.feishuhire.api.http;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Obstacle;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How many calls may be on their way at once that must not be repeated, from the wait for their
 * turn on. Each that was sent is a doubt should Feishu break down at this moment, so there are no
 * more than the quota needs: as many as {@link Circuit#FAILURES}, and more only where Feishu takes
 * long to answer. Calls in doubt count until one is answered again.
 */
final class DoubtLimit {

  private static final double ROOM = 1.25;
  private static final double WEIGHT_OF_THE_LAST = 0.2;
  private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(1);

  private final Supplier<Duration> spacing;
  private final Time time;
  private final Deque<CountDownLatch> waiting = new ArrayDeque<>();
  private final Set<Permit> departed = new LinkedHashSet<>();
  private int onTheirWay;
  private int doubtsInARow;
  private double usualNanos;

  /**
   * @param spacing of calls that use the whole quota
   */
  DoubtLimit(Supplier<Duration> spacing, Time time) {
    this.spacing = spacing;
    this.time = time;
  }

  /**
   * Waits for room, in the order of arrival. Whoever gets the permit closes it.
   *
   * @throws FeishuException as {@link Throttled} when there is none within the patience
   */
  Permit enter(Duration patience) {
    CountDownLatch turn = null;
    synchronized (this) {
      if (waiting.isEmpty() && onTheirWay < limit()) {
        onTheirWay++;
      } else {
        turn = new CountDownLatch(1);
        waiting.add(turn);
      }
    }
    if (turn != null) {
      await(turn, patience);
    }
    return new Permit();
  }

  private void await(CountDownLatch turn, Duration patience) {
    try {
      if (!time.await(turn, patience) && gaveUp(turn)) {
        throw new FeishuException(new Throttled(BEFORE_ANOTHER_TRY, null));
      }
    } catch (InterruptedException e) {
      if (!gaveUp(turn)) {
        leave(null);
      }
      Thread.currentThread().interrupt();
      throw new FeishuException(new NotSent(Obstacle.INTERRUPTED));
    }
  }

  /** False when the turn came at the last moment. */
  private synchronized boolean gaveUp(CountDownLatch turn) {
    return waiting.remove(turn);
  }

  private synchronized void leave(@Nullable Permit permit) {
    departed.remove(permit);
    onTheirWay--;
    while (onTheirWay < limit() && !waiting.isEmpty()) {
      onTheirWay++;
      waiting.remove().countDown();
    }
  }

  private int limit() {
    double needed = ROOM * usualNanos / Math.max(1, spacing.get().toNanos());
    int most = Math.max(Circuit.FAILURES, (int) Math.ceil(needed));
    return Math.max(1, most - doubtsInARow); // somebody must be able to find out that it works
  }

  /** How many wait for room. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** Zero while there is room; then the time until Feishu has probably answered enough others. */
  synchronized Duration untilTurn(int nth) {
    int excess = onTheirWay + waiting.size() + nth - limit();
    if (excess <= 0) {
      return Duration.ZERO;
    }
    if (doubtsInARow > 0) {
      return BEFORE_ANOTHER_TRY;
    }
    double age = departed.isEmpty() ? 0 : nanosSince(departed.iterator().next().departure);
    double each = Math.max(usualNanos, age);
    return Duration.ofNanos((long) Math.max(each - age, each * excess / limit()));
  }

  private double nanosSince(@Nullable Instant departure) {
    return departure == null ? 0 : Duration.between(departure, time.now()).toNanos();
  }

  /** Room for one call. */
  final class Permit implements AutoCloseable {

    private @Nullable Instant departure;
    private boolean isClosed;

    /** The wait for its turn is over: what comes now is Feishu's time. */
    void departs() {
      synchronized (DoubtLimit.this) {
        departure = time.now();
        departed.add(this);
      }
    }

    /** Whatever Feishu said: there is no doubt about this call. */
    void answered() {
      synchronized (DoubtLimit.this) {
        doubtsInARow = 0;
        if (departure != null) {
          usualNanos += WEIGHT_OF_THE_LAST * (nanosSince(departure) - usualNanos);
        }
      }
    }

    void inDoubt() {
      synchronized (DoubtLimit.this) {
        doubtsInARow++;
      }
    }

    /** Makes room; once more is harmless. */
    @Override
    public void close() {
      if (!isClosed) {
        isClosed = true;
        leave(this);
      }
    }
  }
}

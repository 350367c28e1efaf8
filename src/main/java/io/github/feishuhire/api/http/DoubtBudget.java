package io.github.feishuhire.api.http;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Obstacle;
import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.SetUpFault;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuFailure.Unavailable;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/**
 * How many calls may be on their way at once that must not be repeated, from the wait for their
 * turn on. Each that was sent is a doubt should Feishu break down at this moment, so there are no
 * more than the quota needs: as many as {@link Circuit#FAILURES}, and more only where Feishu takes
 * long to answer. Calls in doubt count until one is answered again.
 */
final class DoubtBudget {

  private static final double ROOM = 1.25;
  private static final double WEIGHT_OF_THE_LAST = 0.2;
  private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(1);

  private final Duration spacing;
  private final boolean repeatable;
  private final Time time;
  private final Deque<CountDownLatch> waiting = new ArrayDeque<>();
  private int onTheirWay;
  private int doubtsInARow;
  private double usualNanos;

  /**
   * @param spacing of calls that use the whole quota
   * @param repeatable there is no doubt about such calls, and so no bound
   */
  DoubtBudget(Duration spacing, boolean repeatable, Time time) {
    this.spacing = spacing;
    this.repeatable = repeatable;
    this.time = time;
  }

  /**
   * Waits for room, in the order of arrival. Whoever returns from here must {@link #leave} once.
   *
   * @throws FeishuException as {@link Throttled} when there is none within the patience
   */
  void enter(Duration patience) {
    CountDownLatch turn;
    synchronized (this) {
      if (waiting.isEmpty() && onTheirWay < limit()) {
        onTheirWay++;
        return;
      }
      turn = new CountDownLatch(1);
      waiting.add(turn);
    }
    try {
      if (!time.await(turn, patience) && gaveUp(turn)) {
        throw new FeishuException(new Throttled(BEFORE_ANOTHER_TRY, null));
      }
    } catch (InterruptedException e) {
      if (!gaveUp(turn)) {
        leave();
      }
      Thread.currentThread().interrupt();
      throw new FeishuException(new NotSent(Obstacle.INTERRUPTED));
    }
  }

  /** False when the turn came at the last moment. */
  private synchronized boolean gaveUp(CountDownLatch turn) {
    return waiting.remove(turn);
  }

  /** For the one call that tries whether Feishu is back: it waits for nobody. */
  synchronized void enterForTrial() {
    onTheirWay++;
  }

  synchronized void leave() {
    onTheirWay--;
    while (onTheirWay < limit() && !waiting.isEmpty()) {
      onTheirWay++;
      waiting.remove().countDown();
    }
  }

  private int limit() {
    if (repeatable) {
      return Integer.MAX_VALUE;
    }
    double needed = ROOM * usualNanos / Math.max(1, spacing.toNanos());
    int most = Math.max(Circuit.FAILURES, (int) Math.ceil(needed));
    return Math.max(1, most - doubtsInARow); // somebody must be able to find out that it works
  }

  /** How many wait for room. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** Zero as long as Feishu answers. */
  synchronized Duration untilTurn(int nth) {
    boolean room = doubtsInARow == 0 || onTheirWay + waiting.size() + nth <= limit();
    return room ? Duration.ZERO : BEFORE_ANOTHER_TRY;
  }

  synchronized void answered(Duration took) {
    doubtsInARow = 0;
    usualNanos += WEIGHT_OF_THE_LAST * (took.toNanos() - usualNanos);
  }

  synchronized void failed(FeishuFailure failure) {
    switch (failure) {
      case Unanswered unanswered -> doubtsInARow++;
      case Refused refused -> doubtsInARow = 0;
      case SetUpFault fault -> doubtsInARow = 0;
      case Throttled throttled -> {}
      case NotSent notSent -> {}
      case Unavailable unavailable -> {}
    }
  }
}

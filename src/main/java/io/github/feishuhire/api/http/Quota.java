package io.github.feishuhire.api.http;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.Obstacle;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.Endpoint.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.commons.lang3.ObjectUtils;

/**
 * What one app may ask of one API. A caller books the earliest moment that every window allows and
 * sleeps until then, so the order is first come, first served, and the time of the next free moment
 * is always known.
 */
final class Quota {

  private static final Duration RECOVERY = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final Time time;
  private final List<SlidingLog> logs;
  private final List<SlidingLog> departures;
  private Instant lastBooking = Instant.MIN;
  private Instant lastDeparture = Instant.MIN;
  private Instant pausedUntil = Instant.MIN;
  private double shareWhenThrottled = 1;

  /**
   * @param replicas workers that share the app's limits
   */
  Quota(List<Limit> limits, int replicas, Time time) {
    this.time = time;
    this.logs = limits.stream().map(limit -> log(limit, replicas)).toList();
    this.departures =
        limits.stream()
            .filter(limit -> limit.window().compareTo(SHORT) <= 0)
            .map(limit -> log(limit, replicas))
            .toList();
  }

  /**
   * Leaves room for requests that bunch up on their way: 45 of 50 in a second, 950 of 1000 in a
   * minute.
   */
  private static SlidingLog log(Limit limit, int replicas) {
    double headroom = limit.window().compareTo(SHORT) > 0 ? 0.95 : 0.9;
    double calls = limit.calls() * headroom / replicas;
    return calls >= 1
        ? new SlidingLog((int) calls, limit.window())
        : new SlidingLog(1, Duration.ofNanos((long) (limit.window().toNanos() / calls)));
  }

  /**
   * Returns when it is this caller's turn.
   *
   * @throws FeishuException as {@link FeishuFailure.Throttled} at once when that would take longer
   *     than the patience
   */
  void admit(Duration patience) {
    Instant limit = time.now().plus(patience);
    Instant turn;
    do {
      turn = book(limit);
      sleepUntil(turn);
    } while (isPaused());
  }

  private synchronized Instant book(Instant limit) {
    Instant now = time.now();
    Instant turn = free(logs, ObjectUtils.max(now, lastBooking, pausedUntil), share(now));
    if (turn.isAfter(now) && turn.isAfter(limit)) { // without patience, the limit has passed by now
      throw new FeishuException(new FeishuFailure.Throttled(Duration.between(now, turn), null));
    }
    logs.forEach(log -> log.add(turn));
    lastBooking = turn;
    return turn;
  }

  /**
   * Returns when an admitted call may leave. What a caller does in between takes longer for some
   * than for others, so that calls admitted in order can bunch up; this draws them apart again and
   * takes a moment at most.
   */
  void depart() {
    sleepUntil(bookDeparture());
  }

  private synchronized Instant bookDeparture() {
    Instant turn = free(departures, ObjectUtils.max(time.now(), lastDeparture), 1);
    departures.forEach(log -> log.add(turn));
    lastDeparture = turn;
    return turn;
  }

  /** The first moment from then on that all of them allow. */
  private static Instant free(List<SlidingLog> logs, Instant from, double share) {
    return logs.stream()
        .map(log -> log.freeAt(share))
        .reduce(from, (one, other) -> ObjectUtils.max(one, other));
  }

  private synchronized boolean isPaused() {
    return time.now().isBefore(pausedUntil);
  }

  /**
   * Feishu said "too fast": nobody calls for that long, and only half as many as before for a
   * while.
   */
  synchronized void pause(Duration pause) {
    Instant now = time.now();
    if (!now.isBefore(pausedUntil)) { // else one burst of refusals would halve the share many times
      shareWhenThrottled = Math.max(0.05, share(now) / 2);
    }
    pausedUntil = ObjectUtils.max(pausedUntil, now.plus(pause));
  }

  /**
   * Grows back from the end of the pause on: while nobody calls, nothing shows that more is fine.
   */
  private double share(Instant now) {
    if (shareWhenThrottled >= 1 || now.isBefore(pausedUntil)) {
      return shareWhenThrottled;
    }
    double recovered = (double) Duration.between(pausedUntil, now).toMillis() / RECOVERY.toMillis();
    return Math.min(1, shareWhenThrottled + (1 - shareWhenThrottled) * recovered);
  }

  private void sleepUntil(Instant turn) {
    Duration wait = Duration.between(time.now(), turn);
    if (!wait.isPositive()) {
      return;
    }
    try {
      time.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FeishuException(new FeishuFailure.NotSent(Obstacle.INTERRUPTED));
    }
  }
}

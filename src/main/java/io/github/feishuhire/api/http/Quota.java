package io.github.feishuhire.api.http;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.Obstacle;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.Endpoint.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
  private final Duration gap;
  private final Duration spacing;
  private Instant lastBooking = Instant.MIN;
  private Instant lastDeparture = Instant.MIN;
  private Instant pausedUntil = Instant.MIN;
  private double paceWhenThrottled = 1;

  Quota(List<Limit> limits, QuotaShare share, Time time) {
    this.time = time;
    this.logs = limits.stream().map(limit -> log(limit, share)).toList();
    this.gap =
        spacing(
            limits.stream()
                .filter(limit -> limit.window().compareTo(SHORT) <= 0)
                .map(limit -> log(limit, share)));
    this.spacing = spacing(logs.stream());
  }

  private static Duration spacing(Stream<SlidingLog> logs) {
    return logs.map(SlidingLog::spacing).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }

  private static SlidingLog log(Limit limit, QuotaShare share) {
    double calls = limit.calls() * share.of(limit.window());
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
    Instant turn = turn(1, now);
    if (turn.isAfter(now) && turn.isAfter(limit)) { // without patience, the limit has passed by now
      throw new FeishuException(new FeishuFailure.Throttled(Duration.between(now, turn), null));
    }
    logs.forEach(log -> log.add(turn));
    lastBooking = turn;
    return turn;
  }

  /**
   * How long the nth caller from now on would wait.
   *
   * @param nth 1 for the next one
   */
  synchronized Duration untilTurn(int nth) {
    Instant now = time.now();
    return Duration.between(now, turn(nth, now));
  }

  /** How many calls would be let through now, one after the other; 0 where there is no limit. */
  synchronized int remaining() {
    Instant now = time.now();
    int most = logs.stream().mapToInt(SlidingLog::size).min().orElse(0);
    int remaining = 0;
    while (remaining < most && !turn(remaining + 1, now).isAfter(now)) {
      remaining++;
    }
    return remaining;
  }

  private Instant turn(int nth, Instant now) {
    Instant earliest = ObjectUtils.max(now, pausedUntil, lastBooking);
    double pace = pace(now);
    if (pace < 1 && lastBooking.isAfter(Instant.MIN)) {
      Duration slower = Duration.ofNanos((long) (spacing.toNanos() / pace));
      Instant paced = ObjectUtils.max(lastBooking.plus(slower), now, pausedUntil);
      earliest = paced.plus(slower.multipliedBy(nth - 1L));
    }
    return free(nth, earliest);
  }

  /**
   * Returns when an admitted call may leave: one by one, as evenly as the shortest window allows in
   * the long run. A burst would be counted at the other end in other windows than here, because
   * nobody's way there takes the same time. In the order of arrival; it takes a moment at most.
   */
  void depart() {
    sleepUntil(bookDeparture());
  }

  private synchronized Instant bookDeparture() {
    Instant turn = ObjectUtils.max(time.now(), lastDeparture.plus(gap));
    lastDeparture = turn;
    return turn;
  }

  /** The first moment from then on that all of them allow. */
  private Instant free(int nth, Instant from) {
    Instant free = from;
    for (SlidingLog log : logs) {
      free = ObjectUtils.max(free, log.freeAt(nth));
    }
    return free;
  }

  /** Between two calls of somebody who uses all of it for long; zero where there is no limit. */
  Duration spacing() {
    return spacing;
  }

  private synchronized boolean isPaused() {
    return time.now().isBefore(pausedUntil);
  }

  /**
   * Feishu said "too fast": nobody calls for that long, and then at half the pace, which grows back
   * within a minute. Others seem to use the same app: what the windows here say is not all.
   */
  synchronized void pause(Duration pause) {
    Instant now = time.now();
    if (!now.isBefore(pausedUntil)) { // else one burst of refusals would halve the pace many times
      paceWhenThrottled = Math.max(0.05, pace(now) / 2);
    }
    pausedUntil = ObjectUtils.max(pausedUntil, now.plus(pause));
  }

  /**
   * The part of the long-term rate that may be used; 1 also allows bursts. It grows from the end of
   * the pause on: while nobody calls, nothing shows that more is fine.
   */
  private double pace(Instant now) {
    if (paceWhenThrottled >= 1 || now.isBefore(pausedUntil)) {
      return paceWhenThrottled;
    }
    double recovered = (double) Duration.between(pausedUntil, now).toMillis() / RECOVERY.toMillis();
    return Math.min(1, paceWhenThrottled + (1 - paceWhenThrottled) * recovered);
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

package io.github.feishuhire.api.http;

import io.github.feishuhire.api.Endpoint.Limit;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

  private final Time time;
  private List<SlidingLog> logs;
  private Duration spacing;
  private final Slowdown slowdown;
  private Instant lastBooking = Instant.MIN;
  private Instant open = Instant.MIN;

  Quota(List<Limit> limits, QuotaShare share, Time time) {
    this.time = time;
    this.logs = limits.stream().map(limit -> SlidingLog.of(limit, share)).toList();
    this.spacing = spacing(logs.stream());
    this.slowdown = new Slowdown(time);
  }

  static Duration spacing(Stream<SlidingLog> logs) {
    return logs.map(SlidingLog::spacing).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }

  /**
   * Returns when it is this caller's turn.
   *
   * @throws FeishuException as {@link FeishuFailure.Throttled} at once when that would take longer
   *     than the patience
   */
  void admit(Duration patience) {
    Instant limit = time.now().plus(patience);
    do {
      Pause.until(book(limit), time);
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
    Instant earliest = ObjectUtils.max(now, open, slowdown.pausedUntil(), lastBooking);
    double pace = slowdown.pace(now);
    if (pace < 1 && lastBooking.isAfter(Instant.MIN)) {
      Duration slower = Duration.ofNanos((long) (spacing.toNanos() / pace));
      Instant paced = ObjectUtils.max(lastBooking.plus(slower), earliest);
      earliest = paced.plus(slower.multipliedBy(nth - 1L));
    }
    return free(nth, earliest);
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
  synchronized Duration spacing() {
    return spacing;
  }

  /**
   * Has another share of its limits from now on; the calls of the last windows count.
   *
   * @param from when calls may be made; without effect where there is no limit
   */
  synchronized void share(List<Limit> limits, QuotaShare share, Instant from) {
    List<SlidingLog> resized = new ArrayList<>();
    for (int i = 0; i < logs.size(); i++) {
      resized.add(logs.get(i).with(limits.get(i), share));
    }
    logs = resized;
    spacing = spacing(logs.stream());
    open = logs.isEmpty() ? Instant.MIN : from;
  }

  private synchronized boolean isPaused() {
    return slowdown.isPaused();
  }

  /** Feishu said "too fast": nobody calls for that long, and then more slowly for a while. */
  synchronized void pause(Duration pause) {
    slowdown.pause(pause);
  }
}

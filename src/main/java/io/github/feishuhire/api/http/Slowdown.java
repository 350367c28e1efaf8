package io.github.feishuhire.api.http;

import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import org.apache.commons.lang3.ObjectUtils;

/**
 * What follows when Feishu says "too fast": nobody calls for as long as it says, and then at half
 * the pace, which grows back within a minute. Others seem to use the same app: what the windows
 * here say is not all. Its quota's lock guards it.
 */
final class Slowdown {

  private static final Duration RECOVERY = Duration.ofMinutes(1);
  private static final double SLOWEST = 0.05;

  private final Time time;
  private Instant pausedUntil = Instant.MIN;
  private double paceWhenThrottled = 1;

  Slowdown(Time time) {
    this.time = time;
  }

  void pause(Duration pause) {
    Instant now = time.now();
    if (!now.isBefore(pausedUntil)) { // else one burst of refusals would halve the pace many times
      paceWhenThrottled = Math.max(SLOWEST, pace(now) / 2);
    }
    pausedUntil = ObjectUtils.max(pausedUntil, now.plus(pause));
  }

  boolean isPaused() {
    return time.now().isBefore(pausedUntil);
  }

  Instant pausedUntil() {
    return pausedUntil;
  }

  /**
   * The part of the long-term rate that may be used; 1 also allows bursts. It grows from the end of
   * the pause on: while nobody calls, nothing shows that more is fine.
   */
  double pace(Instant now) {
    if (paceWhenThrottled >= 1 || now.isBefore(pausedUntil)) {
      return paceWhenThrottled;
    }
    double recovered = (double) Duration.between(pausedUntil, now).toMillis() / RECOVERY.toMillis();
    return Math.min(1, paceWhenThrottled + (1 - paceWhenThrottled) * recovered);
  }
}

package io.github.feishuhire.worker.outcome;

import java.time.Duration;

/** How long to wait before the next try. */
public final class Backoff {

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final double JITTER = 0.2;

  private Backoff() {}

  /**
   * Doubles with each failed attempt, up to five minutes, and spreads by a fifth so that jobs which
   * failed together do not come back together.
   *
   * @param attempt 1 for the first
   * @param random at least 0, below 1
   */
  public static Duration after(int attempt, Duration first, double random) {
    double factor = Math.pow(2, Math.min(attempt, 30) - 1.0);
    double millis = Math.min(first.toMillis() * factor, (double) LONGEST.toMillis());
    return Duration.ofMillis((long) (millis * (1 - JITTER * random)));
  }
}

package io.github.feishuhire.api;

import java.time.Duration;

/**
 * The part of Feishu's limits that one worker uses.
 *
 * @param second of what is allowed in windows of a second or less, such as 0.9; the rest is room
 *     for requests that bunch up on their way. More than 1 only where Feishu has raised the limits.
 * @param minute the same for longer windows
 * @param replicas workers that use the same apps and divide it among them
 */
public record QuotaShare(double second, double minute, int replicas) {

  private static final Duration SECOND = Duration.ofSeconds(1);

  /** For a worker that has the app for itself: 45 of 50 in a second, 950 of 1000 in a minute. */
  public static final QuotaShare ALONE = new QuotaShare(0.9, 0.95, 1);

  /** With another number of workers. */
  public QuotaShare among(int workers) {
    return new QuotaShare(second, minute, workers);
  }

  /** The factor for limits on windows of this length. */
  public double of(Duration window) {
    return (window.compareTo(SECOND) <= 0 ? second : minute) / replicas;
  }
}

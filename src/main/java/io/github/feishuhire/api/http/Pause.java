package io.github.feishuhire.api.http;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Obstacle;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;

/** A wait before anything is sent. */
final class Pause {

  private Pause() {}

  /**
   * Returns at that moment.
   *
   * @throws FeishuException as {@link NotSent} when the thread is interrupted, which it stays
   */
  static void until(Instant turn, Time time) {
    Duration wait = Duration.between(time.now(), turn);
    if (!wait.isPositive()) {
      return;
    }
    try {
      time.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FeishuException(new NotSent(Obstacle.INTERRUPTED));
    }
  }
}

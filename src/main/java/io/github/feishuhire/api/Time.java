package io.github.feishuhire.api;

import java.time.Duration;
import java.time.Instant;

/** The time the client and the worker live by, passed in so that tests can move it. */
public interface Time {

  /** Only good for differences: it never jumps, whatever happens to the wall clock. */
  Instant now();

  /** Returns early only by throwing. */
  void sleep(Duration duration) throws InterruptedException;

  /** The time of this JVM. */
  static Time system() {
    return new Time() {
      @Override
      public Instant now() {
        return Instant.EPOCH.plusNanos(System.nanoTime());
      }

      @Override
      public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
      }
    };
  }
}

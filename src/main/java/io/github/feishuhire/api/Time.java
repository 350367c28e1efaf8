package io.github.feishuhire.api;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time the client and the worker live by, passed in so that tests can move it. */
public interface Time {

  /**
   * Only good for differences: it never jumps, whatever happens to the wall clock. It may stand
   * still while the machine is suspended.
   */
  Instant now();

  /** What a clock on the wall shows: it can jump either way, and means the same to everybody. */
  Instant wallClock();

  /** Returns early only by throwing. */
  void sleep(Duration duration) throws InterruptedException;

  /** Waits for the signal, at most that long, and says whether it came. */
  boolean await(CountDownLatch signal, Duration atMost) throws InterruptedException;

  /** The time of this JVM. */
  static Time system() {
    return new Time() {
      @Override
      public Instant now() {
        return Instant.EPOCH.plusNanos(System.nanoTime());
      }

      @Override
      public Instant wallClock() {
        return Instant.now();
      }

      @Override
      public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
      }

      @Override
      public boolean await(CountDownLatch signal, Duration atMost) throws InterruptedException {
        return signal.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
      }
    };
  }
}

package io.github.feishuhire.worker.job;

import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Tells jobs that only wait to give themselves back; jobs at work are left to finish. */
public final class Shutdown {

  private final Time time;
  private final CountDownLatch begun = new CountDownLatch(1);

  public Shutdown(Time time) {
    this.time = time;
  }

  public void begin() {
    begun.countDown();
  }

  /**
   * Waits.
   *
   * @throws GiveBackException as soon as the worker stops
   */
  void sleep(Duration duration) {
    try {
      if (time.await(begun, duration)) {
        throw new GiveBackException();
      }
    } catch (InterruptedException e) { // the flag stays cleared: giving back takes a command
      throw new GiveBackException();
    }
  }

  /** The job shall go back to the engine as it was. */
  static final class GiveBackException extends RuntimeException {

    private static final long serialVersionUID = 1;

    GiveBackException() {
      super("the worker is stopping", null, false, false);
    }
  }
}

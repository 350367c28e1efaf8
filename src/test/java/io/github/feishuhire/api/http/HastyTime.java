package io.github.feishuhire.api.http;

import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** Moves only when somebody sleeps, and then at once. */
public final class HastyTime implements Time {

  private Instant now = Instant.EPOCH;

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public Instant wallClock() {
    return now();
  }

  @Override
  public synchronized void sleep(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public boolean await(CountDownLatch signal, Duration atMost) {
    sleep(atMost);
    return signal.getCount() == 0;
  }
}

package io.github.feishuhire.api.http;

import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** Stands still until a test moves it; who sleeps waits for that. */
public final class ManualTime implements Time {

  private Instant now = Instant.EPOCH;
  private int sleepers;

  public synchronized void advance(Duration by) {
    now = now.plus(by);
    notifyAll();
  }

  /** How many wait for this time to pass. */
  synchronized int sleepers() {
    return sleepers;
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public Instant wallClock() {
    return now();
  }

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    Instant end = now.plus(duration);
    sleepers++;
    try {
      while (now.isBefore(end)) {
        wait();
      }
    } finally {
      sleepers--;
    }
  }

  @Override
  public boolean await(CountDownLatch signal, Duration atMost) throws InterruptedException {
    sleep(atMost);
    return signal.getCount() == 0;
  }
}

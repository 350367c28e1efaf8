package io.github.feishuhire.process;

import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A worker's time that passes so many times faster than the engine's: its pauses get shorter, and
 * so do its leases.
 */
public record FastTime(int factor) implements Time {

  private static final Instant WHEN_THE_MACHINE_STARTED = Instant.parse("2024-08-02T03:04:05Z");

  @Override
  public Instant now() {
    return Instant.EPOCH.plus(passed());
  }

  @Override
  public Instant wallClock() {
    return WHEN_THE_MACHINE_STARTED.plus(passed());
  }

  private Duration passed() {
    return Duration.ofNanos(System.nanoTime()).multipliedBy(factor);
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    Thread.sleep(duration.dividedBy(factor));
  }

  @Override
  public boolean await(CountDownLatch signal, Duration atMost) throws InterruptedException {
    return signal.await(atMost.dividedBy(factor).toNanos(), TimeUnit.NANOSECONDS);
  }
}

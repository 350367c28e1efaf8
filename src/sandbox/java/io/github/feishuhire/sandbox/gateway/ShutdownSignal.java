package io.github.feishuhire.sandbox.gateway;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of the sandbox; every pause of a fault ends with it. */
public final class ShutdownSignal {

  private final CountDownLatch latch = new CountDownLatch(1);

  public void begin() {
    latch.countDown();
  }

  void await() {
    await(Duration.ofNanos(Long.MAX_VALUE));
  }

  void await(Duration atMost) {
    try {
      boolean unused = latch.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

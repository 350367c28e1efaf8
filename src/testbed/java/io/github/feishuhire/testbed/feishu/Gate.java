package io.github.feishuhire.testbed.feishu;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Where traffic is held up until the test has done its worst. */
public final class Gate {

  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final AtomicInteger arrived = new AtomicInteger();
  private final CountDownLatch open = new CountDownLatch(1);

  /** Returns when the gate is open. */
  public void pass() throws InterruptedException {
    arrived.incrementAndGet();
    if (!open.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("nobody opened the gate");
    }
  }

  /** How many have come to it. */
  public int arrived() {
    return arrived.get();
  }

  public void open() {
    open.countDown();
  }

  boolean isOpen() {
    return open.getCount() == 0;
  }
}

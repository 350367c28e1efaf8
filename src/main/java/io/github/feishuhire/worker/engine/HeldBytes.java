package io.github.feishuhire.worker.engine;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The variables of all jobs at work, in characters, which are bytes for everything large. A job's
 * size is known only when it is here, so what bounds the memory is how many are fetched.
 */
public final class HeldBytes {

  /** A heap of 64 MiB also holds what becomes of them on their way in and out. */
  private static final long MOST = 6 * 1024 * 1024;

  private final AtomicLong held = new AtomicLong();

  /**
   * How many jobs of that size there is room for; one at least when there are none.
   *
   * @param size at least 1
   */
  int room(long size) {
    long free = MOST - held.get();
    return held.get() == 0 ? (int) Math.max(1, free / size) : (int) Math.max(0, free / size);
  }

  void hold(long size) {
    held.addAndGet(size);
  }

  void release(long size) {
    held.addAndGet(-size);
  }
}

package io.github.feishuhire.worker.engine;

import java.util.HashMap;
import java.util.Map;

/**
 * The variables of large jobs at work, in characters, which are bytes for everything large. A job's
 * size is known only when it is here, so what bounds the memory is how many are fetched. Small ones
 * do not count: their number is bounded, and they shall not wait for large ones.
 */
public final class HeldBytes {

  /** A heap of 64 MiB also holds what becomes of them on their way in and out. */
  static final long MOST = 6 * 1024 * 1024;

  static final long LARGE = 16 * 1024;

  private static final int OF_THE_FREE = 2;

  private final Map<String, Long> held = new HashMap<>();
  private final boolean isShared;
  private long heldByAll;

  /**
   * @param connections that share it
   */
  public HeldBytes(int connections) {
    this.isShared = connections > 1;
  }

  /** How many jobs of that size may be fetched; one at least when none is here. */
  synchronized int room(long size) {
    if (size < LARGE) {
      return Integer.MAX_VALUE;
    }
    long room = (MOST - heldByAll) / size;
    return (int) Math.max(heldByAll == 0 ? 1 : 0, room);
  }

  /**
   * Whether a job that is here may be kept: no connection may have more than twice what is free, so
   * that one which is slow leaves room for others.
   */
  synchronized boolean hasRoom(String connection, long size) {
    long own = held.getOrDefault(connection, 0L);
    return !isShared
        || size < LARGE
        || own == 0
        || own + size <= OF_THE_FREE * (MOST - heldByAll - size);
  }

  synchronized void hold(String connection, long size) {
    change(connection, size);
  }

  synchronized void release(String connection, long size) {
    change(connection, -size);
  }

  private void change(String connection, long by) {
    if (Math.abs(by) >= LARGE) {
      held.merge(connection, by, Long::sum);
      heldByAll += by;
    }
  }
}

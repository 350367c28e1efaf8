package io.github.feishuhire.worker.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many jobs of one type run at once. One or two connections have their own; where there are
 * more, they share what two have, because each running job costs some fifty kilobytes of a small
 * heap: then each may have up to twice as many as are free, so that however many of them are slow,
 * there is room for one that is not.
 */
final class Slots {

  private static final int MOST_CONNECTIONS = 2;
  private static final int OF_THE_FREE = 2;

  private final int each;
  private final int all;
  private final boolean isShared;
  private final Map<String, Integer> used = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();
  private int usedByAll;
  private long releases;

  /**
   * @param each for one connection
   */
  Slots(int each, int connections) {
    this.each = each;
    this.all = each * MOST_CONNECTIONS;
    this.isShared = connections > MOST_CONNECTIONS;
  }

  /** How many more jobs a connection may have now. */
  int free(String connection) {
    lock.lock();
    try {
      int own = used.getOrDefault(connection, 0);
      if (!isShared) {
        return each - own;
      }
      int fair = (OF_THE_FREE * (all - usedByAll) - own) / (1 + OF_THE_FREE);
      return Math.max(own == 0 ? 1 : 0, Math.min(each - own, fair));
    } finally {
      lock.unlock();
    }
  }

  /** How many more jobs all connections together may have now. */
  int free() {
    lock.lock();
    try {
      return Math.max(all - usedByAll, 1); // who has nothing may have one even so
    } finally {
      lock.unlock();
    }
  }

  void take(String connection) {
    change(connection, 1);
  }

  void release(String connection) {
    change(connection, -1);
  }

  private void change(String connection, int by) {
    lock.lock();
    try {
      used.merge(connection, by, Integer::sum);
      usedByAll += by;
      if (by < 0) {
        releases++;
        freed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns when a job has ended, and at the latest after that long. */
  void awaitRelease(Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long before = releases;
      long left = atMost.toNanos();
      while (releases == before && left > 0) {
        left = freed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}

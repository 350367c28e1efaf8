package io.github.feishuhire.faults.engine;

import io.grpc.Context;
import io.grpc.Status;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A point on the way between worker and broker where the calls of some candidates wait. */
public final class Hold {

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Method method;
  private final Moment moment;
  private final Set<String> candidates;
  private final Set<String> arrived = ConcurrentHashMap.newKeySet();
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile boolean forward;

  public Hold(Method method, Moment moment, Set<String> candidates) {
    this.method = method;
    this.moment = moment;
    this.candidates = Set.copyOf(candidates);
  }

  /** How many of the candidates are here. */
  public int arrived() {
    return arrived.size();
  }

  /** Lets the calls go their way, and those that follow. */
  public void forward() {
    forward = true;
    released.countDown();
  }

  /** The calls never arrive. */
  public void drop() {
    released.countDown();
  }

  /** Waits where this is the point for one of them; leaves by an exception where it is dropped. */
  void pass(Method passing, Moment at, Iterable<String> whose) {
    boolean mine = false;
    if (passing == method && at == moment && !forward) {
      for (String candidate : whose) {
        if (candidates.contains(candidate)) {
          mine = true;
          arrived.add(candidate);
        }
      }
    }
    if (mine) {
      await();
    }
  }

  private void await() {
    long end = System.nanoTime() + LONGEST.toNanos();
    try {
      while (!released.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        if (System.nanoTime() > end || (Context.current().isCancelled() && !isKeptForLater())) {
          throw Status.UNAVAILABLE.asRuntimeException();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Status.UNAVAILABLE.asRuntimeException();
    }
    if (!forward) {
      throw Status.UNAVAILABLE.asRuntimeException();
    }
  }

  /** What is on its way to the broker may come late, also when nobody waits for its answer. */
  private boolean isKeptForLater() {
    return moment == Moment.BEFORE_BROKER;
  }
}

package io.github.feishuhire.worker.engine;

import java.time.Duration;

/**
 * What is kept of a job that waits here.
 *
 * @param length of the lease
 */
record ParkedJob(long key, int retries, Lease lease, Duration length) {

  private static final Duration FOR_A_COMMAND = Duration.ofSeconds(1);

  boolean isToBeExtended() {
    return lease.remaining().compareTo(length.dividedBy(2)) < 0;
  }

  /** Whether it is ours long enough for saying something about it. */
  boolean isOurs() {
    return lease.remaining().compareTo(FOR_A_COMMAND) > 0;
  }

  boolean isLost() {
    return lease.remaining().isZero();
  }
}

package io.github.feishuhire.worker.engine;

import io.camunda.client.api.response.ActivatedJob;

/** Guesses from the jobs of one type that came last how many of them there is memory for. */
final class JobSizes {

  private static final long SMALLEST = 4 * 1024;

  private final HeldBytes held;
  private long usual;

  /**
   * @param largest that is to be expected, in bytes
   */
  JobSizes(HeldBytes held, long largest) {
    this.held = held;
    this.usual = largest;
  }

  /** How many jobs may be fetched now. */
  synchronized int room() {
    return held.room(usual);
  }

  /** Notes the size of a job that is here. */
  synchronized long of(ActivatedJob job) {
    long size = job.getVariables().length();
    usual = Math.max(SMALLEST, Math.max(size, usual - usual / 4)); // large ones come in rows
    return size;
  }
}

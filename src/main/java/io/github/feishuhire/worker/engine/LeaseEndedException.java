package io.github.feishuhire.worker.engine;

/**
 * The job is no longer ours, or not for long enough: whatever is said now could hit somebody else's
 * run of it.
 */
public final class LeaseEndedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public LeaseEndedException() {
    super("the lease of the job has ended", null, false, false);
  }
}

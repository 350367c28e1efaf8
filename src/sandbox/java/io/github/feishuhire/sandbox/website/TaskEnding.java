package io.github.feishuhire.sandbox.website;

/** What becomes of the delivery tasks for a job post. */
public enum TaskEnding {
  /** The rules decide. */
  DECIDED,
  FAILED,
  NEVER,
  /** The task is gone as soon as it was accepted. */
  LOST
}

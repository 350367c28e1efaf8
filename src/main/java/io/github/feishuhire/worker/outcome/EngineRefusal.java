package io.github.feishuhire.worker.outcome;

/**
 * Camunda refuses a command, and would refuse it again.
 *
 * @param status of the answer, such as {@code HTTP 405} or {@code PERMISSION_DENIED}
 * @param cause where a person has to look
 */
public record EngineRefusal(String status, Cause cause) {

  /** What has to be changed. */
  public enum Cause {
    /** The worker's credentials at Camunda, or what they permit. */
    CREDENTIALS,
    /** What is between the worker and Camunda, or the release of Camunda. */
    UNSUPPORTED,
    /** The size of what is said, or the limit that it exceeds. */
    SIZE,
    /** Nobody knows: the log has to tell. */
    UNKNOWN
  }
}

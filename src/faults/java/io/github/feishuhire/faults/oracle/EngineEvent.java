package io.github.feishuhire.faults.oracle;

import java.time.Instant;

/**
 * Something the engine recorded about one process instance, in the engine's own time.
 *
 * @param detail depends on the kind: candidate, claim state, incident text, error code, element
 * @param key of the thing itself, such as the incident
 * @param job zero when there is none
 * @param elementInstance zero when there is none
 */
public record EngineEvent(
    long position,
    Instant at,
    Kind kind,
    long instance,
    String detail,
    long key,
    long job,
    long elementInstance) {

  /** What happened. */
  public enum Kind {
    /** The detail is the candidate. */
    STARTED,
    /** A worker was given the job. */
    HANDED_OUT,
    /** The detail is the state that the claim has now. */
    CLAIM,
    /** The detail is the id of the task that the process got. */
    TASK_ID,
    /** The detail is the id of the application that the process got without a task. */
    APPLICATION_ID,
    /** The engine took the job back from a worker that kept it too long. */
    LEASE_ENDED,
    /** The detail is how many retries are left. */
    JOB_FAILED,
    /** The detail is the error code. */
    ERROR_THROWN,
    /** The detail is the message. */
    INCIDENT,
    INCIDENT_RESOLVED,
    /** The detail is the end event. */
    ENDED,
    CANCELLED
  }
}

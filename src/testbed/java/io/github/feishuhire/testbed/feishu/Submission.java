package io.github.feishuhire.testbed.feishu;

import java.time.Instant;

/**
 * A submission that Feishu has read in full.
 *
 * @param executed whether it had an effect
 * @param taskId what was, or would have been, answered; empty when it was not executed
 * @param applicationId what it has made; empty when it was not executed
 */
public record Submission(
    String candidate,
    Instant at,
    boolean executed,
    Answer answer,
    String taskId,
    String applicationId) {

  /** What the worker could learn from the reply. */
  public enum Answer {
    YES,
    NO,
    UNCLEAR
  }
}

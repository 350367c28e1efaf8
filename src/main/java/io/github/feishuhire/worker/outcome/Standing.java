package io.github.feishuhire.worker.outcome;

/** What a person has to know of a submission when Camunda refuses what is said of its task. */
public enum Standing {
  /** Nothing was submitted, or nothing that had an effect. */
  NOT_MADE,
  /** Feishu has accepted it, and the task knows. */
  KEPT,
  /** Feishu has accepted it, and only the log knows. */
  NOT_KEPT,
  /** Nothing that this run could tell. */
  UNSAID
}

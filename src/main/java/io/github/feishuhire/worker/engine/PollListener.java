package io.github.feishuhire.worker.engine;

/** Is told how requests for jobs fare, on the poller's thread: it must neither wait nor throw. */
public interface PollListener {

  /** What became of a request for jobs. */
  enum PollResult {
    /** With jobs or without. */
    ANSWERED,
    /** Camunda does not want to, and says so. */
    REFUSED,
    /** No answer. */
    UNANSWERED,
    /** There were jobs, and the client could not read them. */
    UNREADABLE
  }

  default void polled(String jobType, PollResult result) {}
}

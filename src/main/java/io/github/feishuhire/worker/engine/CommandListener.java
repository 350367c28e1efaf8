package io.github.feishuhire.worker.engine;

/** Is told how commands to the engine fare, on the thread of the job: it must not wait or throw. */
public interface CommandListener {

  /** The engine did not take a command; it is sent again. */
  default void commandRetried() {}

  /**
   * The engine refused a command for good; it is not sent again.
   *
   * @param status of its answer, such as {@code HTTP 405}; there are few of them
   */
  default void commandRefused(String status) {}

  /** A command never reached the engine: the lease ended before. */
  default void commandLost() {}
}

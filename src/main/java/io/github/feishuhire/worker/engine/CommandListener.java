package io.github.feishuhire.worker.engine;

/** Is told how commands to the engine fare, on the thread of the job: it must not wait or throw. */
public interface CommandListener {

  /** The engine did not take a command; it is sent again. */
  default void commandRetried() {}

  /** A command never reached the engine: the lease ended before. */
  default void commandLost() {}
}

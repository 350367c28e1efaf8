package io.github.feishuhire.api;

import java.time.Duration;

/** Is told how the calls of one app fare, on their own threads: it must neither wait nor throw. */
public interface CallListener {

  /** A call waited this long for its turn; whether it got one is not said. */
  default void waited(Endpoint endpoint, Duration wait) {}

  /** A request is about to be made, those for a token included. */
  default void started(Endpoint endpoint) {}

  /** The request that was started last on this thread is over. */
  void ended(CallEnd end);
}

package io.github.feishuhire.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Is told how the calls of one app fare, on their own threads: it must neither wait nor throw. */
public interface CallListener {

  /** A call waited this long for its turn; whether it got one is not said. */
  default void waited(Endpoint endpoint, Duration wait) {}

  /** A request is about to be made, those for a token included. */
  default void started(Endpoint endpoint) {}

  /**
   * The request that was started last on this thread is over.
   *
   * @param httpStatus of the reply; 0 when there was none
   * @param code of the reply; 0 also when there was none
   * @param logId of the reply; null when it had none
   * @param failure null when it succeeded
   */
  void ended(
      Endpoint endpoint,
      Duration duration,
      int httpStatus,
      int code,
      @Nullable String logId,
      @Nullable FeishuFailure failure);
}

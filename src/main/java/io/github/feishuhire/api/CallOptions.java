package io.github.feishuhire.api;

import java.time.Duration;

/**
 * What a caller grants one call.
 *
 * @param patience how long the call may wait for its turn; a longer wait ends as {@link
 *     FeishuFailure.Throttled}
 * @param beforeSending runs once the token and the turn are there, right before the first byte
 *     leaves
 */
public record CallOptions(Duration patience, Checkpoint beforeSending) {

  /**
   * The last chance to stop a call: whatever it throws reaches the caller, and nothing was sent.
   */
  @FunctionalInterface
  public interface Checkpoint {
    void pass();
  }

  /** For a call that may simply be repeated and so needs no checkpoint. */
  public static CallOptions patient(Duration patience) {
    return new CallOptions(patience, () -> {});
  }

  /** The same, with something that happens first at the checkpoint. */
  public CallOptions checkedFirst(Checkpoint first) {
    return new CallOptions(
        patience,
        () -> {
          first.pass();
          beforeSending.pass();
        });
  }
}

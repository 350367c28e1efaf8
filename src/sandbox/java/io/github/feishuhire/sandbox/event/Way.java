package io.github.feishuhire.sandbox.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletableFuture;

/** A way on which events reach apps. */
public interface Way {

  /** Stands for no answer at all, or none in time. */
  int NO_ANSWER = 0;

  /** Whether this is how the app wants its events. */
  boolean serves(String appId);

  /** The app's Verification Token, which stands in each of its events. */
  String verificationToken(String appId);

  /**
   * Pushes an event once, and does not wait for the answer.
   *
   * @return the code that was answered, 200 for accepted; never fails
   */
  CompletableFuture<Integer> push(String appId, ObjectNode envelope);
}

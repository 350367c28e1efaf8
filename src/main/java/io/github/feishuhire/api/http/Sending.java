package io.github.feishuhire.api.http;

import io.github.feishuhire.api.CallOptions;
import java.time.Instant;

/**
 * A call on its way through the channels.
 *
 * @param patience until when it may wait for its turn
 * @param latest when it must be over; far away as long as it waits
 * @param token empty until it has one
 * @param departure is run when all waiting is over
 */
record Sending(
    Call call,
    CallOptions options,
    Instant patience,
    Instant latest,
    String token,
    Runnable departure) {

  static Sending begun(Call call, CallOptions options, Instant now) {
    return new Sending(call, options, now.plus(options.patience()), Instant.MAX, "", () -> {});
  }

  /** With one more thing to be done right before it is sent, before all that was to be done yet. */
  Sending checkedFirst(CallOptions.Checkpoint first) {
    return new Sending(call, options.checkedFirst(first), patience, latest, token, departure);
  }

  /** With somebody who is told when all waiting is over. */
  Sending departing(Runnable newDeparture) {
    return new Sending(call, options, patience, latest, token, newDeparture);
  }

  Sending with(String newToken) {
    return new Sending(call, options, patience, latest, newToken, departure);
  }

  Sending until(Instant newLatest) {
    return new Sending(call, options, patience, newLatest, token, departure);
  }

  /** The token is a secret, and the call holds a candidate. */
  @Override
  public String toString() {
    return "Sending[" + call.endpoint() + "]";
  }
}

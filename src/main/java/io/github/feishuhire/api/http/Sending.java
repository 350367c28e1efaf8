package io.github.feishuhire.api.http;

import io.github.feishuhire.api.Terms;
import java.time.Instant;

/**
 * A call on its way through the channels.
 *
 * @param patience until when it may wait for its turn
 * @param latest when it must be over; far away as long as it waits
 * @param token empty until it has one
 */
record Sending(Call call, Terms terms, Instant patience, Instant latest, String token) {

  static Sending begun(Call call, Terms terms, Instant now) {
    return new Sending(call, terms, now.plus(terms.patience()), Instant.MAX, "");
  }

  /** With one more thing to be done right before it is sent, before all that was to be done yet. */
  Sending checkedFirst(Terms.Checkpoint first) {
    return new Sending(call, terms.checkedFirst(first), patience, latest, token);
  }

  Sending with(String newToken) {
    return new Sending(call, terms, patience, latest, newToken);
  }

  Sending until(Instant newLatest) {
    return new Sending(call, terms, patience, newLatest, token);
  }

  /** The token is a secret, and the call holds a candidate. */
  @Override
  public String toString() {
    return "Sending[" + call.endpoint() + "]";
  }
}

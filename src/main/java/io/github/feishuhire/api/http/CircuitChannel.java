package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Unavailable;
import java.time.Duration;

/** Leaves an API alone that has failed, and tells the circuit what became of each call. */
record CircuitChannel(Circuit circuit, CallChannel next) implements CallChannel {

  private static final Duration AFTER_A_TRIAL = Duration.ofSeconds(5);

  @Override
  public Answer<JsonNode> send(Sending sending) {
    try (CircuitPermit permit = circuit.enter()) {
      try {
        Answer<JsonNode> answer = next.send(sending.checkedFirst(permit::requireValid));
        permit.answered();
        return answer;
      } catch (FeishuException e) {
        Sign sign = Sign.of(e.failure());
        permit.end(sign);
        boolean hadNoEffect =
            sending.call().endpoint().repeatable() || e.failure() instanceof NotSent;
        if (permit.isTrial() && sign == Sign.FAILS && hadNoEffect) {
          throw new FeishuException(new Unavailable(AFTER_A_TRIAL)); // it tried for all of them
        }
        throw e;
      }
    }
  }
}

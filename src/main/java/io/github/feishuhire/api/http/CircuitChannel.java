package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.SetUpFault;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuFailure.Unavailable;
import java.time.Duration;

/** Leaves an API alone that has failed, and tells the circuit what became of each call. */
record CircuitChannel(Circuit circuit, CallChannel next) implements CallChannel {

  private static final Duration AFTER_A_TRIAL = Duration.ofSeconds(5);

  /** What a failure tells of the API itself, whatever it was asked. */
  enum Sign {
    ANSWERS,
    FAILS,
    NONE;

    static Sign of(FeishuFailure failure) {
      return switch (failure) {
        case Refused refused -> ANSWERS;
        case SetUpFault fault -> ANSWERS;
        case Unanswered unanswered -> FAILS;
        case Throttled throttled -> NONE;
        case Unavailable unavailable -> NONE;
        case NotSent notSent ->
            switch (notSent.obstacle()) {
              case UNKNOWN_HOST, CONNECTION_FAILED, TLS_FAILED -> FAILS;
              case NO_TOKEN, CONTENT_UNREADABLE, INTERRUPTED -> NONE;
            };
      };
    }
  }

  @Override
  public Answer<JsonNode> send(Sending sending) {
    try (Circuit.Permit permit = circuit.enter()) {
      try {
        Answer<JsonNode> answer = next.send(sending.checkedFirst(permit::requireValid));
        permit.answered();
        return answer;
      } catch (FeishuException e) {
        Sign sign = Sign.of(e.failure());
        switch (sign) {
          case ANSWERS -> permit.answered();
          case FAILS -> permit.failed();
          case NONE -> {}
        }
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

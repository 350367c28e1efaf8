package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.SetUpFault;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuFailure.Unavailable;
import io.github.feishuhire.api.Time;
import java.time.Duration;

/**
 * Bounds the calls on their way of which an outage would make doubts. Room comes before the turn: a
 * turn that came without it would be used by nobody.
 */
record DoubtLimitChannel(DoubtLimit limit, Time time, CallChannel next) implements CallChannel {

  @Override
  public Answer<JsonNode> send(Sending sending) {
    Duration patience = Duration.between(time.now(), sending.patience());
    try (DoubtLimit.Permit permit = limit.enter(patience)) {
      try {
        Answer<JsonNode> answer = next.send(sending.departing(permit::departs));
        permit.answered();
        return answer;
      } catch (FeishuException e) {
        switch (e.failure()) {
          case Unanswered unanswered -> permit.inDoubt();
          case Refused refused -> permit.answered();
          case SetUpFault fault -> permit.answered();
          case Throttled throttled -> {}
          case NotSent notSent -> {}
          case Unavailable unavailable -> {}
        }
        throw e;
      }
    }
  }
}

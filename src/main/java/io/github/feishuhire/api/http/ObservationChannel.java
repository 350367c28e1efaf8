package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.CallEnd;
import io.github.feishuhire.api.CallListener;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells how each request fares. */
final class ObservationChannel implements CallChannel {

  private final List<CallListener> listeners;
  private final Time time;
  private final CallChannel next;

  ObservationChannel(List<CallListener> listeners, Time time, CallChannel next) {
    this.listeners = listeners;
    this.time = time;
    this.next = next;
  }

  @Override
  public Answer<JsonNode> send(Sending sending) {
    Endpoint endpoint = sending.call().endpoint();
    Instant begin = time.now();
    listeners.forEach(one -> one.started(endpoint));
    try {
      Answer<JsonNode> answer = next.send(sending);
      tell(new CallEnd(endpoint, since(begin), answer.httpStatus(), 0, answer.logId(), null));
      return answer;
    } catch (FeishuException e) {
      FeishuFailure failure = e.failure();
      tell(new CallEnd(endpoint, since(begin), e.httpStatus(), e.code(), failure.logId(), failure));
      throw e;
    }
  }

  private Duration since(Instant begin) {
    return Duration.between(begin, time.now());
  }

  private void tell(CallEnd end) {
    listeners.forEach(one -> one.ended(end));
  }
}

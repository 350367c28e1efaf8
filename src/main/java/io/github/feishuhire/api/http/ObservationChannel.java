package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.CallListener;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
      ended(endpoint, begin, answer.httpStatus(), 0, answer.logId(), null);
      return answer;
    } catch (FeishuException e) {
      ended(endpoint, begin, e.httpStatus(), e.code(), e.failure().logId(), e.failure());
      throw e;
    }
  }

  private void ended(
      Endpoint endpoint,
      Instant begin,
      int httpStatus,
      int code,
      @Nullable String logId,
      @Nullable FeishuFailure failure) {
    Duration duration = Duration.between(begin, time.now());
    listeners.forEach(one -> one.ended(endpoint, duration, httpStatus, code, logId, failure));
  }
}

package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.CallListener;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells how long calls wait for their turn, whether they get one or not. */
final class WaitObservationChannel implements CallChannel {

  private final List<CallListener> listeners;
  private final Time time;
  private final CallChannel next;

  WaitObservationChannel(List<CallListener> listeners, Time time, CallChannel next) {
    this.listeners = listeners;
    this.time = time;
    this.next = next;
  }

  @Override
  public Answer<JsonNode> send(Sending sending) {
    Wait wait = new Wait(sending.call().endpoint(), time.now());
    try {
      return next.send(sending.checkedFirst(wait::over));
    } finally {
      wait.over();
    }
  }

  /** Over once, and what comes after that is ignored. */
  private final class Wait {

    private final Endpoint endpoint;
    private final Instant begin;
    private boolean isOver;

    Wait(Endpoint endpoint, Instant begin) {
      this.endpoint = endpoint;
      this.begin = begin;
    }

    void over() {
      if (!isOver) {
        isOver = true;
        Duration duration = Duration.between(begin, time.now());
        listeners.forEach(one -> one.waited(endpoint, duration));
      }
    }
  }
}

package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.Time;
import java.time.Duration;

/** Lets calls leave one by one; from then on they have their deadline. */
record PacingChannel(Pacing pacing, Duration deadline, Time time, CallChannel next)
    implements CallChannel {

  @Override
  public Answer<JsonNode> send(Sending sending) {
    pacing.depart();
    sending.departure().run();
    return next.send(sending.until(time.now().plus(deadline)));
  }
}

package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The last moment at which a call can be stopped. All waiting is done before it, so that nothing
 * but the request itself can leave a doubt.
 */
record CheckpointChannel(CallChannel next) implements CallChannel {

  @Override
  public Answer<JsonNode> send(Sending sending) {
    sending.options().beforeSending().pass();
    return next.send(sending);
  }
}

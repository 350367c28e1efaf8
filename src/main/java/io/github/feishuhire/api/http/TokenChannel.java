package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;

/** Gives each call the app's token, and waits for one where there is none. */
record TokenChannel(TenantTokens tokens, CallChannel next) implements CallChannel {

  @Override
  public Answer<JsonNode> send(Sending sending) {
    return next.send(sending.with(tokens.current()));
  }
}

package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.FeishuException;

/**
 * Sends a call to its end. {@link Transport} stacks several of them, each with one duty, down to
 * the one that writes to the wire; what a channel does not stack, it does not do.
 */
@FunctionalInterface
interface CallChannel {

  /**
   * Returns once, by a reply with {@code code} 0 or by an exception.
   *
   * @throws FeishuException for every other reply, and for none
   */
  Answer<JsonNode> send(Sending sending);
}

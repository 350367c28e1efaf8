package io.github.feishuhire.sandbox.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Reply;

/**
 * What Feishu tells the client of a long connection about its pace, all times in seconds.
 *
 * @param reconnectCount how often; -1 for ever
 * @param reconnectInterval between two tries
 * @param reconnectNonce within which the first try is to come
 * @param pingInterval between two pings
 */
public record ClientConfig(
    int reconnectCount, int reconnectInterval, int reconnectNonce, int pingInterval) {

  /** What Feishu's own client starts from. */
  public static final ClientConfig DEFAULT = new ClientConfig(-1, 120, 30, 120);

  /** As it stands in replies and pongs. */
  public ObjectNode tree() {
    return Reply.object()
        .put("ReconnectCount", reconnectCount)
        .put("ReconnectInterval", reconnectInterval)
        .put("ReconnectNonce", reconnectNonce)
        .put("PingInterval", pingInterval);
  }
}

package io.github.feishuhire.event.longconnection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * How often to do what, as Feishu says it with each address and may say it with each pong.
 *
 * @param ping between two pings
 * @param firstReconnect within which one connects again after a connection is lost
 * @param reconnect between two further tries
 */
record Pace(Duration ping, Duration firstReconnect, Duration reconnect) {

  /** Until Feishu has said anything. */
  static final Pace DEFAULT =
      new Pace(Duration.ofSeconds(120), Duration.ofSeconds(30), Duration.ofSeconds(120));

  private static final int LONGEST_SECONDS = 600;

  /** What is missing or makes no sense stays as it is. */
  Pace changed(JsonNode config) {
    return new Pace(
        seconds(config, "PingInterval", 1, ping),
        seconds(config, "ReconnectNonce", 0, firstReconnect),
        seconds(config, "ReconnectInterval", 1, reconnect));
  }

  private static Duration seconds(JsonNode config, String name, int least, Duration otherwise) {
    JsonNode value = config.path(name);
    return value.isInt() && value.intValue() >= least && value.intValue() <= LONGEST_SECONDS
        ? Duration.ofSeconds(value.intValue())
        : otherwise;
  }

  /** Silence of this length means that nobody is there. */
  Duration longestSilence() {
    return ping.multipliedBy(5).dividedBy(2);
  }
}

package io.github.feishuhire.command.setup;

import java.util.List;

/**
 * How the events of one app are received.
 *
 * @param mode as the settings have it
 * @param port of webhooks
 * @param path of the webhook
 * @param types that become messages
 */
public record ReceivedEvents(String mode, int port, String path, List<String> types) {

  public ReceivedEvents {
    types = List.copyOf(types);
  }
}

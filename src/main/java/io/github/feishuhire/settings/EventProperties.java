package io.github.feishuhire.settings;

import java.util.Collection;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the events of each connection are received.
 *
 * @param events of the default connection
 * @param connections what further ones say of events
 */
@ConfigurationProperties("feishu")
public record EventProperties(
    @DefaultValue Events events, @DefaultValue Map<String, Connection> connections) {

  private static final int HIGHEST_PORT = 65535;

  /** Of a connection that is something besides. */
  public record Connection(@DefaultValue Events events) {}

  /**
   * Where webhooks come in, of whichever connection.
   *
   * @param port of its own; 0 for any that is free
   */
  @ConfigurationProperties("feishu.events")
  public record Port(@DefaultValue("8082") int port) {

    void check() {
      if (port < 0 || port > HIGHEST_PORT) {
        throw new InvalidSettingException(
            "feishu.events.port (FEISHU_EVENTS_PORT) must be a port such as 8082.");
      }
    }
  }

  public EventProperties {
    connections = Map.copyOf(connections);
  }

  /** Of a connection, by the name that tasks use. */
  public Events of(String connection) {
    if (connection.equals(FeishuProperties.DEFAULT)) {
      return events;
    }
    Connection further = connections.get(connection);
    return further == null ? Events.off() : further.events();
  }

  /**
   * Refuses what could not work.
   *
   * @param known types of events
   * @throws InvalidSettingException for the first that is wrong
   */
  void check(Collection<String> known) {
    events.check("feishu.events", known);
    connections.forEach(
        (name, one) -> one.events().check(FeishuProperties.prefix(name) + ".events", known));
  }
}

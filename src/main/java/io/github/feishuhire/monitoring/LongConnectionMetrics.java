package io.github.feishuhire.monitoring;

import io.github.feishuhire.event.longconnection.ConnectionListener;
import io.github.feishuhire.event.longconnection.ConnectionState;
import io.github.feishuhire.event.longconnection.End;
import io.github.feishuhire.event.longconnection.LongConnections;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Tells which long connections there are, and why they had to be made anew. */
public final class LongConnectionMetrics implements ConnectionListener {

  private static final String CONNECTION = "connection";

  private final MeterRegistry registry;
  private final MeterProvider<Counter> reconnects;

  public LongConnectionMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.reconnects =
        Counter.builder("feishu.hire.events.reconnects")
            .description(
                "Long connections that ended or could not be had, by reason; each is tried again")
            .withRegistry(registry);
  }

  /** Shows all connections, those included that have never been connected. */
  public void watch(LongConnections connections) {
    for (ConnectionState connection : connections.states()) {
      String name = connection.connection();
      for (End why : End.values()) {
        count(name, why).increment(0);
      }
      Gauge.builder("feishu.hire.events.connected", connections, all -> isConnected(all, name))
          .description("Whether the long connection for Feishu's events stands (1) or not (0)")
          .tag(CONNECTION, name)
          .register(registry);
    }
  }

  private static double isConnected(LongConnections connections, String name) {
    return connections.states().stream()
            .anyMatch(state -> state.connection().equals(name) && state.isConnected())
        ? 1
        : 0;
  }

  @Override
  public void ended(String connection, End why) {
    count(connection, why).increment();
  }

  private Counter count(String connection, End why) {
    return reconnects.withTags(
        CONNECTION, connection, "reason", why.name().toLowerCase(Locale.ROOT));
  }
}

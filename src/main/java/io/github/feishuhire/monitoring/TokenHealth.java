package io.github.feishuhire.monitoring;

import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Whether each connection has once had a token since the worker started: then its app id and its
 * secret are right, and what comes later is not about this copy of the worker alone.
 */
final class TokenHealth implements HealthIndicator {

  private final Map<String, ConnectionHealth> connections;

  TokenHealth(Map<String, ConnectionHealth> connections) {
    this.connections = connections;
  }

  @Override
  public Health health() {
    var without =
        connections.entrySet().stream()
            .filter(entry -> !entry.getValue().hasHadToken())
            .map(Map.Entry::getKey)
            .toList();
    return without.isEmpty()
        ? Health.up().build()
        : Health.down().withDetail("noTokenYet", without).build();
  }
}

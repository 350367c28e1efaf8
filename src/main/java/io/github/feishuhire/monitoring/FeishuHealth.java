package io.github.feishuhire.monitoring;

import io.github.feishuhire.api.Time;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.NamedContributor;

/** Feishu as each connection last saw it. */
public final class FeishuHealth implements CompositeHealthContributor {

  private final Map<String, ConnectionHealth> byName = new TreeMap<>();

  public FeishuHealth(Set<String> connections, Time time) {
    connections.forEach(name -> byName.put(name, new ConnectionHealth(time)));
  }

  /** About the first token of each connection. */
  public HealthIndicator tokens() {
    return new TokenHealth(byName);
  }

  /** Of one of the connections it was made for. */
  public ConnectionHealth of(String connection) {
    return Objects.requireNonNull(byName.get(connection));
  }

  @Override
  public @Nullable HealthContributor getContributor(String name) {
    return byName.get(name);
  }

  @Override
  public Iterator<NamedContributor<HealthContributor>> iterator() {
    return byName.entrySet().stream()
        .map(entry -> NamedContributor.<HealthContributor>of(entry.getKey(), entry.getValue()))
        .iterator();
  }
}

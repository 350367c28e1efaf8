package io.github.feishuhire.monitoring;

import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.http.CallListener;
import io.github.feishuhire.api.http.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Whether a token could be had when one was last needed, and which APIs are left alone because they
 * fail. A probe asks Feishu nothing.
 */
public final class ConnectionHealth implements CallListener, HealthIndicator {

  /** The failure is one that may be shown to anybody. */
  private record Fetch(Instant at, @Nullable FeishuFailure failure) {}

  private volatile @Nullable Fetch last;
  private volatile @Nullable FeishuHire hire;

  ConnectionHealth() {}

  /** Shows the state of its circuits too. */
  public void watch(FeishuHire hire) {
    this.hire = hire;
  }

  @Override
  public void ended(
      Endpoint endpoint,
      Duration duration,
      int httpStatus,
      int code,
      @Nullable String logId,
      @Nullable FeishuFailure failure) {
    if (endpoint == Endpoint.TENANT_ACCESS_TOKEN) {
      last = new Fetch(Instant.now().truncatedTo(ChronoUnit.SECONDS), failure);
    }
  }

  @Override
  public Health health() {
    Fetch fetch = last;
    if (fetch == null) {
      return Health.unknown().withDetail("token", "not needed yet").build();
    }
    if (fetch.failure() != null) {
      return Health.down()
          .withDetail("token", "not to be had at " + fetch.at())
          .withDetail("failure", fetch.failure().toString())
          .build();
    }
    List<String> leftAlone = leftAlone();
    Health.Builder health = leftAlone.isEmpty() ? Health.up() : Health.outOfService();
    return health
        .withDetail("token", "fetched at " + fetch.at())
        .withDetail("leftAlone", leftAlone)
        .build();
  }

  private List<String> leftAlone() {
    FeishuHire watched = hire;
    return watched == null
        ? List.of()
        : Stream.of(Endpoint.values())
            .filter(endpoint -> watched.limits(endpoint).isFailing())
            .map(CallMetrics::name)
            .toList();
  }
}

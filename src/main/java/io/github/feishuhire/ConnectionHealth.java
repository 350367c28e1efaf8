package io.github.feishuhire;

import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.http.CallListener;
import io.github.feishuhire.api.http.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Whether a token could be had when one was last needed. A probe asks Feishu nothing. */
final class ConnectionHealth implements CallListener, HealthIndicator {

  /** The failure is one that may be shown to anybody. */
  private record Fetch(Instant at, @Nullable FeishuFailure failure) {}

  private volatile @Nullable Fetch last;

  @Override
  public void waited(Endpoint endpoint, Duration wait) {}

  @Override
  public void ended(
      Endpoint endpoint,
      Duration duration,
      int httpStatus,
      int code,
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
    return fetch.failure() == null
        ? Health.up().withDetail("token", "fetched at " + fetch.at()).build()
        : Health.down()
            .withDetail("token", "not to be had at " + fetch.at())
            .withDetail("failure", fetch.failure().toString())
            .build();
  }
}

package io.github.feishuhire.monitoring;

import io.github.feishuhire.api.CallEnd;
import io.github.feishuhire.api.CallListener;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Whether a token could be had when one was last needed, and which APIs fail. Asks Feishu nothing,
 * and what is older than a minute says nothing about now.
 */
public final class ConnectionHealth implements CallListener, HealthIndicator {

  /** The failure is one that may be shown to anybody. */
  private record Fetch(Instant at, Instant steady, @Nullable FeishuFailure failure) {}

  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Time time;
  private volatile @Nullable Fetch last;
  private volatile boolean hadToken;
  private volatile @Nullable FeishuHire hire;

  ConnectionHealth(Time time) {
    this.time = time;
  }

  boolean hasHadToken() {
    return hadToken;
  }

  /** Shows the state of its circuits too. */
  public void watch(FeishuHire hire) {
    this.hire = hire;
  }

  @Override
  public void ended(CallEnd end) {
    if (end.endpoint() == Endpoint.TENANT_ACCESS_TOKEN) {
      last = new Fetch(time.wallClock().truncatedTo(ChronoUnit.SECONDS), time.now(), end.failure());
      hadToken |= end.failure() == null;
    }
  }

  @Override
  public Health health() {
    Fetch fetch = last;
    if (fetch == null) {
      return Health.unknown().withDetail("token", "not needed yet").build();
    }
    FeishuFailure failure = fetch.failure();
    List<String> failing = failing();
    boolean isFresh = time.now().isBefore(fetch.steady().plus(FRESH));
    Health.Builder health =
        failure == null
            ? failing.isEmpty() ? Health.up() : Health.outOfService()
            : isFresh ? Health.down() : Health.unknown();
    health.withDetail(
        "token", (failure == null ? "fetched at " : "not to be had at ") + fetch.at());
    if (failure != null) {
      health.withDetail("failure", failure.toString());
    }
    return health.withDetail("failing", failing).build();
  }

  private List<String> failing() {
    FeishuHire watched = hire;
    return watched == null
        ? List.of()
        : Stream.of(Endpoint.values())
            .filter(endpoint -> watched.limits(endpoint).isFailing())
            .map(CallMetrics::name)
            .toList();
  }
}

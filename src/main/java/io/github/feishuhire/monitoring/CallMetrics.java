package io.github.feishuhire.monitoring;

import io.github.feishuhire.api.CallEnd;
import io.github.feishuhire.api.CallListener;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.http.EndpointLimits;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Counts the calls of one connection: requests, waits for a turn, the age of the token. */
public final class CallMetrics implements CallListener {

  /** Feishu documents fewer codes than that; should a reply make some up, they share one tag. */
  private static final int MOST_CODES = 100;

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(20),
    Duration.ofMinutes(1)
  };

  private final MeterRegistry registry;
  private final String connection;
  private final MeterProvider<Timer> waits;
  private final MeterProvider<Timer> requests;
  private final Set<Integer> codes = ConcurrentHashMap.newKeySet();
  private volatile long tokenFetchedAt;
  private volatile boolean hasToken;

  public CallMetrics(MeterRegistry registry, String connection) {
    this.registry = registry;
    this.connection = connection;
    waits =
        Timer.builder("feishu.hire.quota.wait")
            .description("What calls waited for their turn")
            .tag("connection", connection)
            .serviceLevelObjectives(BUCKETS)
            .withRegistry(registry);
    requests =
        Timer.builder("feishu.hire.call")
            .description("Requests to Feishu")
            .tag("connection", connection)
            .serviceLevelObjectives(BUCKETS)
            .withRegistry(registry);
    Gauge.builder("feishu.hire.token.age", this, CallMetrics::tokenAge)
        .description("Since the token was last fetched")
        .baseUnit("seconds")
        .tag("connection", connection)
        .register(registry);
  }

  /** Shows what can be seen of its quotas and circuits at any time. */
  public void watch(FeishuHire hire) {
    for (Endpoint endpoint : Endpoint.values()) {
      EndpointLimits limits = hire.limits(endpoint);
      if (!endpoint.limits().isEmpty()) {
        Gauge.builder("feishu.hire.quota.remaining", limits, EndpointLimits::remaining)
            .description("Calls that could be made now without waiting")
            .tag("connection", connection)
            .tag("endpoint", name(endpoint))
            .register(registry);
      }
      Gauge.builder("feishu.hire.circuit.open", limits, of -> of.isOpen() ? 1 : 0)
          .description("1 while the API is left alone because it has failed")
          .tag("connection", connection)
          .tag("endpoint", name(endpoint))
          .register(registry);
    }
  }

  @Override
  public void waited(Endpoint endpoint, Duration wait) {
    waits.withTag("endpoint", name(endpoint)).record(wait);
  }

  @Override
  public void ended(CallEnd end) {
    if (end.endpoint() == Endpoint.TENANT_ACCESS_TOKEN && end.failure() == null) {
      tokenFetchedAt = registry.config().clock().monotonicTime();
      hasToken = true;
    }
    requests
        .withTags(
            "endpoint",
            name(end.endpoint()),
            "status",
            status(end.httpStatus()),
            "code",
            end.httpStatus() == 0 ? "none" : bounded(end.code()),
            "result",
            result(end.failure()))
        .record(end.duration());
  }

  /** {@code none} where there was no reply. */
  static String status(int httpStatus) {
    return httpStatus == 0 ? "none" : String.valueOf(httpStatus);
  }

  private static String result(@Nullable FeishuFailure failure) {
    return switch (failure) {
      case null -> "success";
      case FeishuFailure.Refused refused -> "refused";
      case FeishuFailure.SetUpFault fault -> "set_up_fault";
      case FeishuFailure.Throttled throttled -> "throttled";
      case FeishuFailure.NotSent notSent -> "not_sent";
      case FeishuFailure.Unavailable unavailable -> "not_sent";
      case FeishuFailure.Unanswered unanswered -> "unanswered";
    };
  }

  private String bounded(int code) {
    boolean known = codes.contains(code) || (codes.size() < MOST_CODES && codes.add(code));
    return known ? String.valueOf(code) : "other";
  }

  private double tokenAge() {
    return hasToken
        ? (registry.config().clock().monotonicTime() - tokenFetchedAt) / 1e9
        : Double.NaN;
  }

  static String name(Endpoint endpoint) {
    return endpoint.name().toLowerCase(Locale.ROOT);
  }
}

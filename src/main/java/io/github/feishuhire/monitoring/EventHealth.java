package io.github.feishuhire.monitoring;

import io.github.feishuhire.api.Time;
import io.github.feishuhire.event.EventListener;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Whether the last event of each connection could be given to Camunda. Asks nobody, and what is
 * older than a minute says nothing about now.
 */
public final class EventHealth implements EventListener, HealthIndicator {

  private record Last(Instant at, Instant steady, Fate fate) {}

  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Map<String, String> modes;
  private final Map<String, Last> byConnection = new ConcurrentHashMap<>();
  private final Time time;

  /**
   * @param modes of the connections whose events are received
   */
  public EventHealth(Map<String, String> modes, Time time) {
    this.modes = new TreeMap<>(modes);
    this.time = time;
  }

  @Override
  public void ended(String connection, String type, Fate fate, @Nullable Duration age) {
    Instant at = time.wallClock().truncatedTo(ChronoUnit.SECONDS);
    byConnection.put(connection, new Last(at, time.now(), fate));
  }

  @Override
  public Health health() {
    boolean isDown = byConnection.values().stream().anyMatch(this::isFailing);
    Health.Builder health = isDown ? Health.down() : Health.up();
    modes.forEach((connection, mode) -> health.withDetail(connection, details(connection, mode)));
    return health.build();
  }

  private boolean isFailing(Last last) {
    return last.fate() == EventListener.Fate.LATER
        && time.now().isBefore(last.steady().plus(FRESH));
  }

  private Map<String, String> details(String connection, String mode) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("mode", mode);
    Last last = byConnection.get(connection);
    details.put(
        "last",
        last == null
            ? "none yet"
            : last.fate().name().toLowerCase(Locale.ROOT) + " at " + last.at());
    return details;
  }
}

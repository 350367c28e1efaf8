package io.github.feishuhire.monitoring;

import io.github.feishuhire.event.EventListener;
import io.github.feishuhire.worker.catalogue.EventType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts events by what became of them, and how long ago Feishu had made them. */
public final class EventMetrics implements EventListener {

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30),
    Duration.ofMinutes(10),
    Duration.ofHours(2),
    Duration.ofHours(8)
  };

  private static final String CONNECTION = "connection";
  private static final String TYPE = "type";

  private final MeterProvider<Counter> received;
  private final MeterProvider<Counter> ended;
  private final MeterProvider<Counter> refused;
  private final MeterProvider<Timer> delays;

  public EventMetrics(MeterRegistry registry) {
    received =
        Counter.builder("feishu.hire.events.received")
            .description("Events of Feishu that have come, those pushed again included")
            .withRegistry(registry);
    ended =
        Counter.builder("feishu.hire.events")
            .description("Events of Feishu by what became of them")
            .withRegistry(registry);
    refused =
        Counter.builder("feishu.hire.events.refused")
            .description("What was not taken in as an event of Feishu, by reason")
            .withRegistry(registry);
    delays =
        Timer.builder("feishu.hire.event.delay")
            .description("From the time that Feishu gives an event to its message in Camunda")
            .serviceLevelObjectives(BUCKETS)
            .withRegistry(registry);
  }

  /** Shows a connection that has had no event yet: an increase can only be seen from zero on. */
  public void expect(String connection) {
    received.withTag(CONNECTION, connection).increment(0);
    for (EventType type : EventType.values()) {
      count(connection, type.type(), Fate.LATER).increment(0);
    }
    for (Refusal reason : Refusal.values()) {
      count(connection, reason).increment(0);
    }
  }

  @Override
  public void received(String connection) {
    received.withTag(CONNECTION, connection).increment();
  }

  @Override
  public void ended(String connection, String type, Fate fate, @Nullable Duration age) {
    count(connection, bounded(type), fate).increment();
    if (fate == Fate.PUBLISHED && age != null) {
      delays.withTags(CONNECTION, connection, TYPE, bounded(type)).record(age);
    }
  }

  @Override
  public void refused(String connection, Refusal reason) {
    count(connection, reason).increment();
  }

  private Counter count(String connection, String type, Fate fate) {
    return ended.withTags(CONNECTION, connection, TYPE, type, "result", tag(fate));
  }

  private Counter count(String connection, Refusal reason) {
    return refused.withTags(CONNECTION, connection, "reason", tag(reason));
  }

  private static String bounded(String type) {
    return EventType.of(type).isPresent() ? type : "other";
  }

  private static String tag(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

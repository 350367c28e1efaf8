package io.github.feishuhire.monitoring;

import io.github.feishuhire.worker.engine.PollListener.PollResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts requests for jobs by what became of them, and tells when one was last answered. */
final class PollMetrics {

  private final MeterRegistry registry;
  private final Map<String, AtomicLong> answeredAt = new ConcurrentHashMap<>();
  private final MeterProvider<Counter> polls;

  PollMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.polls =
        Counter.builder("feishu.hire.polls")
            .description("Requests for jobs by what became of them")
            .withRegistry(registry);
  }

  /** Shows a type of which no request has been answered yet. */
  void expect(String jobType) {
    answeredAt(jobType).set(0);
  }

  void polled(String jobType, PollResult result) {
    polls.withTags("type", jobType, "result", result.name().toLowerCase(Locale.ROOT)).increment();
    if (result == PollResult.ANSWERED) {
      answeredAt(jobType).set(registry.config().clock().wallTime());
    }
  }

  private AtomicLong answeredAt(String jobType) {
    return answeredAt.computeIfAbsent(jobType, this::gauge);
  }

  private AtomicLong gauge(String jobType) {
    AtomicLong millis = new AtomicLong();
    Gauge.builder("feishu.hire.poll.answered.time", millis, at -> at.get() / 1e3)
        .description("When a request for jobs was last answered, since 1970; 0 if none was")
        .baseUnit("seconds")
        .tag("type", jobType)
        .register(registry);
    return millis;
  }
}

package io.github.feishuhire.monitoring;

import io.github.feishuhire.worker.Workers;
import io.github.feishuhire.worker.catalogue.ErrorCode;
import io.github.feishuhire.worker.job.JobEnd;
import io.github.feishuhire.worker.job.JobListener;
import io.github.feishuhire.worker.job.Operation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts jobs by what they came to, those at work, doubts, and trouble with the engine. */
public final class JobMetrics implements JobListener {

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5)
  };

  private static final String NONE = "none";

  private final MeterRegistry registry;
  private final Map<String, AtomicInteger> active = new ConcurrentHashMap<>();
  private final MeterProvider<Timer> runs;
  private final PollMetrics polls;
  private final TemplateMetrics templates;
  private final Counter retried;
  private final Counter lost;

  public JobMetrics(MeterRegistry registry) {
    this.registry = registry;
    runs =
        Timer.builder("feishu.hire.job")
            .description("Runs of jobs by what they came to")
            .serviceLevelObjectives(BUCKETS)
            .withRegistry(registry);
    polls = new PollMetrics(registry);
    templates = new TemplateMetrics(registry);
    retried = commands("retried", NONE);
    lost = commands("lost", NONE);
  }

  /** Shows an operation that has had no job yet: an increase can only be seen from zero on. */
  public void expect(Operation<?> operation) {
    active(operation).set(0);
    doubts(operation).increment(0);
    polls.expect(operation.task().jobType());
    for (Ending ending : List.of(Ending.INCIDENT, Ending.UNDELIVERED)) {
      Timer unused = timer(operation, ending, null);
    }
  }

  /** Shows how many jobs wait in the worker for the turn of their connection. */
  public void watch(
      Workers workers, List<Operation<?>> operations, Collection<String> connections) {
    for (Operation<?> operation : operations) {
      for (String connection : connections) {
        Gauge.builder("feishu.hire.jobs.parked", workers, of -> of.parked(operation, connection))
            .description("Jobs kept aside in this worker because their connection has no room now")
            .tag("operation", operation.name())
            .tag("connection", connection)
            .register(registry);
      }
    }
  }

  @Override
  public void polled(String jobType, PollResult result) {
    polls.polled(jobType, result);
  }

  private AtomicInteger active(Operation<?> operation) {
    return active.computeIfAbsent(operation.name(), this::gauge);
  }

  private AtomicInteger gauge(String operation) {
    AtomicInteger jobs = new AtomicInteger();
    Gauge.builder("feishu.hire.jobs.active", jobs, AtomicInteger::get)
        .description("Jobs at work in this worker; those of Await Delivery Result mostly wait")
        .tag("operation", operation)
        .register(registry);
    return jobs;
  }

  private Counter doubts(Operation<?> operation) {
    return Counter.builder("feishu.hire.doubts")
        .description("Submissions of which nobody knows whether they arrived")
        .tag("operation", operation.name())
        .register(registry);
  }

  private Counter commands(String result, String status) {
    return Counter.builder("feishu.hire.engine.commands")
        .description(
            "Commands the engine did not take at once: sent again, never delivered, or refused")
        .tag("result", result)
        .tag("status", status)
        .register(registry);
  }

  @Override
  public void started(Operation<?> operation, long jobKey, long processInstanceKey) {
    active(operation).incrementAndGet();
  }

  @Override
  public void ended(JobEnd end) {
    active(end.operation()).decrementAndGet();
    timer(end.operation(), end.ending(), end.error()).record(end.duration());
    templates.ended(end.template(), end.ending());
  }

  private Timer timer(Operation<?> operation, Ending ending, @Nullable ErrorCode error) {
    return runs.withTags(
        "operation", operation.name(),
        "outcome", ending.outcome(),
        "error", error == null ? NONE : error.code());
  }

  @Override
  public void doubted(Operation<?> operation) {
    doubts(operation).increment();
  }

  @Override
  public void commandRetried() {
    retried.increment();
  }

  @Override
  public void commandRefused(String status) {
    commands("refused", status).increment();
  }

  @Override
  public void commandLost() {
    lost.increment();
  }
}

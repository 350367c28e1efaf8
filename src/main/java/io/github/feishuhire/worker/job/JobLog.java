package io.github.feishuhire.worker.job;

import io.camunda.client.api.response.ActivatedJob;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.worker.outcome.Outcome;
import io.github.feishuhire.worker.outcome.Outcome.BpmnError;
import io.github.feishuhire.worker.outcome.Outcome.Completed;
import io.github.feishuhire.worker.outcome.Outcome.Failed;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/** One line for each end of a job. Of the job itself it shows keys, and of the result an id. */
final class JobLog implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.feishuhire.job");

  private final Operation<?> operation;
  private final ActivatedJob job;
  private final Time time;
  private final Instant start;

  JobLog(Operation<?> operation, ActivatedJob job, Time time) {
    this.operation = operation;
    this.job = job;
    this.time = time;
    this.start = time.now();
    MDC.setContextMap(
        Map.of(
            "operation", operation.name(),
            "jobKey", String.valueOf(job.getKey()),
            "processInstanceKey", String.valueOf(job.getProcessInstanceKey()),
            "elementId", job.getElementId()));
  }

  void ended(Outcome outcome, int retries) {
    switch (outcome) {
      case Completed completed -> line(Level.INFO, operation.name() + ": done" + id(completed));
      case BpmnError error ->
          line(Level.INFO, error.error().code().code() + ": " + error.error().message());
      case Failed failed when failed.retries() == 0 ->
          line(Level.ERROR, "incident: " + failed.message());
      case Failed failed when failed.retries() == retries -> line(Level.INFO, failed.message());
      case Failed failed -> line(Level.WARN, failed.message());
    }
  }

  void gone() {
    line(Level.WARN, operation.name() + ": the job is gone from the engine, nothing was reported");
  }

  void leftAlone() {
    line(
        Level.WARN,
        operation.name() + ": the job's lease has ended, the engine hands it out again");
  }

  void inDoubt(FeishuFailure failure) {
    line(Level.ERROR, operation.name() + ": in doubt after " + failure);
  }

  /** The one place where a result is known that the engine does not have yet. */
  void undelivered(Completed completed) {
    line(
        Level.ERROR, operation.name() + ": done, but the engine could not be told" + id(completed));
  }

  /** No message of the exception and no cause: they may quote what the process holds. */
  void unforeseen(RuntimeException fault) {
    StackTraceElement[] frames = fault.getStackTrace();
    line(
        Level.ERROR,
        operation.name()
            + ": "
            + fault.getClass().getName()
            + " at "
            + (frames.length == 0 ? "?" : frames[0]));
  }

  @Override
  public void close() {
    MDC.clear();
  }

  private void line(Level level, String text) {
    LOG.atLevel(level)
        .addKeyValue("durationMs", Duration.between(start, time.now()).toMillis())
        .log("{} (job {}, process instance {})", text, job.getKey(), job.getProcessInstanceKey());
  }

  private String id(Completed completed) {
    return completed.variables().get(operation.output()) instanceof String id
        ? ", " + operation.output() + " " + id
        : "";
  }
}

package io.github.feishuhire.worker.job;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.words.OneLine;
import io.github.feishuhire.worker.engine.Job;
import io.github.feishuhire.worker.input.TaskHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/**
 * What a line of the log shows of a job: keys and names, and nothing of its variables. The same is
 * in the MDC, for logs that are read by machines, of this thread until it is closed.
 */
final class JobLine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.feishuhire.job");

  static final String JOB_KEY = "jobKey";

  private final Operation<?> operation;
  private final Job job;
  private final List<String> notes = new ArrayList<>();

  /**
   * Nothing is written yet.
   *
   * @param attempt 1 for the first
   */
  JobLine(Operation<?> operation, Job job, int attempt) {
    this.operation = operation;
    this.job = job;
    MDC.setContextMap(
        Map.of(
            "operation",
            operation.name(),
            "attempt",
            String.valueOf(attempt),
            JOB_KEY,
            String.valueOf(job.key()),
            "processInstanceKey",
            String.valueOf(job.processInstanceKey()),
            "processId",
            OneLine.of(job.bpmnProcessId()),
            "tenantId",
            OneLine.of(job.tenantId()),
            "connection",
            OneLine.of(TaskHeaders.connection(job.headers())),
            "elementId",
            OneLine.of(job.elementId())));
  }

  /** What Feishu said last. */
  void refused(FeishuException refusal) {
    FeishuFailure failure = refusal.failure();
    int code = refusal.code() == 0 ? failure.code() : refusal.code();
    if (code != 0) {
      MDC.put("feishuCode", String.valueOf(code));
    }
    if (failure.logId() != null) {
      MDC.put(LogIds.KEY, failure.logId());
    }
  }

  /**
   * It will be a line about a doubt.
   *
   * @param failure null when an earlier run left it
   */
  void inDoubt(@Nullable FeishuFailure failure) {
    MDC.put("doubt", "true");
    if (failure != null) {
      note(failure.toString());
    }
  }

  /** For operators, behind the text. */
  void note(String note) {
    notes.add(note);
  }

  void write(Level level, String text, Duration duration) {
    MDC.put("durationMs", String.valueOf(duration.toMillis()));
    LOG.atLevel(level)
        .log(
            "{}{} (job {}, process instance {}, process {}, tenant {}, connection {}{})",
            text,
            notes.isEmpty() ? "" : " [" + String.join("] [", notes) + "]",
            job.key(),
            job.processInstanceKey(),
            MDC.get("processId"),
            MDC.get("tenantId"),
            MDC.get("connection"),
            logId(text));
  }

  private static String logId(String text) {
    String logId = MDC.get(LogIds.KEY);
    return logId == null || text.contains(logId) ? "" : ", Feishu's log id " + logId;
  }

  /** No message of the exception and no cause: they may quote what the process holds. */
  void unforeseen(RuntimeException fault) {
    StackTraceElement[] frames = fault.getStackTrace();
    LOG.error(
        "{}: {} at {} (job {}, process instance {})",
        operation.name(),
        fault.getClass().getName(),
        frames.length == 0 ? "?" : frames[0],
        job.key(),
        job.processInstanceKey());
  }

  @Override
  public void close() {
    MDC.clear();
  }
}

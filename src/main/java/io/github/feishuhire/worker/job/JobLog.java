package io.github.feishuhire.worker.job;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.words.OneLine;
import io.github.feishuhire.worker.catalogue.ErrorCode;
import io.github.feishuhire.worker.catalogue.Output;
import io.github.feishuhire.worker.engine.Job;
import io.github.feishuhire.worker.job.JobListener.Ending;
import io.github.feishuhire.worker.outcome.EngineRefusal;
import io.github.feishuhire.worker.outcome.Outcome;
import io.github.feishuhire.worker.outcome.Outcome.BpmnError;
import io.github.feishuhire.worker.outcome.Outcome.Completed;
import io.github.feishuhire.worker.outcome.Outcome.Failed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** One line for each end of a job, and word of it to those who listen. */
final class JobLog implements AutoCloseable {

  private static final int SIMILAR = 3;

  private final Operation<?> operation;
  private final JobLine line;
  private final AppliedTemplate template;
  private final List<JobListener> listeners;
  private final Time time;
  private final Instant start;
  private @Nullable String undone;
  private Ending completion = Ending.COMPLETED;
  private boolean ended;

  /**
   * @param attempt 1 for the first
   */
  JobLog(Operation<?> operation, Job job, int attempt, List<JobListener> listeners, Time time) {
    this.operation = operation;
    this.line = new JobLine(operation, job, attempt);
    this.template = AppliedTemplate.of(job.headers());
    this.listeners = listeners;
    this.time = time;
    this.start = time.now();
    listeners.forEach(one -> one.started(operation, job.key(), job.processInstanceKey()));
  }

  /** What Feishu said last, for the line that is to come. */
  void refused(FeishuException refusal) {
    line.refused(refusal);
  }

  /** Names are for the operator alone: an incident is read by whoever may deploy a process. */
  void unknownConnection(String name, Collection<String> known) {
    List<String> similar = known.stream().filter(one -> isSimilar(name, one)).toList();
    if (!similar.isEmpty()) {
      line.note("similar names: " + String.join(", ", similar));
    }
  }

  @SuppressWarnings("deprecation") // its successor is in a library of its own
  private static boolean isSimilar(String name, String known) {
    return StringUtils.getLevenshteinDistance(OneLine.of(name), known, SIMILAR) >= 0;
  }

  /**
   * A doubt is about to be reported.
   *
   * @param failure null when an earlier run left it
   */
  void inDoubt(@Nullable FeishuFailure failure) {
    line.inDoubt(failure);
    listeners.forEach(one -> one.doubted(operation));
  }

  /** The result that is about to be reported is what a person has set. */
  void confirmed() {
    completion = Ending.CONFIRMED;
  }

  /** The result that is about to be reported is what stands in Feishu. */
  void found() {
    completion = Ending.FOUND;
  }

  /** The job is done, but for something that nobody waits for. */
  void leftUndone(String what) {
    undone = what;
  }

  void ended(Outcome outcome, int retries) {
    switch (outcome) {
      case Completed completed when completion == Ending.CONFIRMED ->
          end(Level.INFO, completion, "confirmed by a person, nothing was sent" + id(completed));
      case Completed completed when completion == Ending.FOUND ->
          end(Level.INFO, completion, "found in Feishu, nothing was sent again" + id(completed));
      case Completed completed when undone != null ->
          end(Level.WARN, Ending.COMPLETED, "done" + id(completed) + ", but " + undone);
      case Completed completed -> end(Level.INFO, Ending.COMPLETED, "done" + id(completed));
      case BpmnError error -> {
        ErrorCode code = error.error().code();
        Level level = code == ErrorCode.SUBMISSION_IN_DOUBT ? Level.ERROR : Level.INFO;
        end(level, Ending.BPMN_ERROR, code, code.code() + ": " + error.error().message());
      }
      case Failed failed when failed.retries() == 0 ->
          end(Level.ERROR, Ending.INCIDENT, null, "incident: " + failed.message());
      case Failed failed when failed.retries() == retries ->
          end(Level.INFO, Ending.POSTPONED, null, failed.message());
      case Failed failed -> end(Level.WARN, Ending.FAILED, null, failed.message());
    }
  }

  void gone() {
    end(Level.INFO, Ending.GONE, "the job is gone from the engine, nothing was reported");
  }

  /** Nothing is wrong: the engine knows, or nobody waits for it any more. */
  void gone(Completed completed) {
    end(Level.INFO, Ending.GONE, "done, and the job is gone from the engine" + id(completed));
  }

  void leftAlone() {
    end(Level.WARN, Ending.GONE, "the job's lease has ended, the engine hands it out again");
  }

  /** The engine does not even take an incident. */
  void refused(EngineRefusal refusal) {
    end(
        Level.ERROR,
        Ending.GONE,
        "Camunda refuses what is reported (%s), and no incident could be made"
            .formatted(refusal.status()));
  }

  /** The one place where a result is known that the engine does not have. */
  void undelivered(Completed completed) {
    String text = "done, but the engine could not be told" + id(completed);
    end(Level.ERROR, Ending.UNDELIVERED, text);
  }

  void unforeseen(RuntimeException fault) {
    line.unforeseen(fault);
  }

  @Override
  public void close() {
    if (!ended) {
      tell(Ending.FAILED, null, duration());
    }
    line.close();
  }

  private void end(Level level, Ending ending, String text) {
    end(level, ending, null, operation.name() + ": " + text);
  }

  /** The first one counts: what is tried after an end does not change it. */
  private void end(Level level, Ending ending, @Nullable ErrorCode code, String text) {
    if (ended) {
      return;
    }
    ended = true;
    Duration duration = duration();
    line.write(level, text, duration);
    tell(ending, code, duration); // after the line, so that it can carry the trace it belongs to
  }

  private void tell(Ending ending, @Nullable ErrorCode code, Duration duration) {
    JobEnd end = new JobEnd(operation, template, ending, code, duration);
    listeners.forEach(one -> one.ended(end));
  }

  private Duration duration() {
    return Duration.between(start, time.now());
  }

  private String id(Completed completed) {
    Output output = operation.task().output();
    return Stream.of(output.name(), output.instead())
        .flatMap(Stream::ofNullable)
        .filter(name -> completed.variables().get(name) instanceof String)
        .map(
            name -> ", " + name + " " + OneLine.id(String.valueOf(completed.variables().get(name))))
        .findFirst()
        .orElse("");
  }
}

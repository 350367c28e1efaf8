package io.github.feishuhire.worker.job;

import io.camunda.client.api.response.ActivatedJob;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.worker.engine.JobCommands;
import io.github.feishuhire.worker.engine.JobGoneException;
import io.github.feishuhire.worker.engine.Lease;
import io.github.feishuhire.worker.engine.LeaseEndedException;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.input.InvalidHeaderException;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.TaskHeaders;
import io.github.feishuhire.worker.input.TaskHeaders.OnDoubt;
import io.github.feishuhire.worker.job.Shutdown.GiveBackException;
import io.github.feishuhire.worker.outcome.Attempt;
import io.github.feishuhire.worker.outcome.Outcome;
import io.github.feishuhire.worker.outcome.Outcome.BpmnError;
import io.github.feishuhire.worker.outcome.Outcome.Completed;
import io.github.feishuhire.worker.outcome.Outcome.Failed;
import io.github.feishuhire.worker.outcome.Reactions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One job: bind, run, report. */
final class JobRun<I> {

  /**
   * Counts the tries that failed, as a local variable of the task; the engine only tells how many
   * are left.
   */
  static final String FAILED_TRIES = "feishu_hire_failed_tries";

  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);
  private static final Duration A_MOMENT = Duration.ofSeconds(4);

  private final JobHandler shared;
  private final Operation<I> operation;
  private final ActivatedJob job;
  private final Lease lease;
  private final JobCommands commands;
  private final Inputs inputs;
  private final int failedTries;
  private final Claim claim;
  private final JobLog log;
  private boolean waited;

  JobRun(JobHandler shared, Operation<I> operation, ActivatedJob job, Lease lease) {
    this.shared = shared;
    this.operation = operation;
    this.job = job;
    this.lease = lease;
    this.commands = new JobCommands(shared.client(), job, lease, shared.time(), shared.listeners());
    this.inputs = Inputs.of(job.getVariables());
    this.failedTries = inputs.raw(FAILED_TRIES).asInt();
    this.claim = new Claim(inputs.raw(Claim.VARIABLE), operation.output(), commands);
    this.log = new JobLog(operation, job, failedTries + 1, shared.listeners(), shared.time());
  }

  void run() {
    try (log) {
      reportOutcome();
    }
  }

  private void reportOutcome() {
    try {
      report(outcome());
    } catch (JobGoneException e) {
      log.gone();
    } catch (LeaseEndedException e) {
      log.leftAlone();
    } catch (RuntimeException e) {
      log.unforeseen(e);
      giveUp();
    }
  }

  /** So that a fault of ours ends in an incident and does not come back for ever. */
  private void giveUp() {
    try {
      String message =
          operation.name() + ": the connector has a fault; the log of the worker tells more.";
      commands.fail(Math.max(0, job.getRetries() - 1), AFTER_A_FAULT, message, Map.of());
    } catch (JobGoneException | LeaseEndedException e) {
      log.leftAlone();
    }
  }

  private Outcome outcome() {
    TaskHeaders headers;
    try {
      headers = TaskHeaders.of(job.getCustomHeaders());
    } catch (InvalidHeaderException e) {
      return shared.reactions().to(e, operation.name());
    }
    Attempt attempt =
        new Attempt(
            operation.name(),
            operation.inputs(),
            operation.output(),
            headers,
            job.getRetries(),
            failedTries + 1);
    return shared
        .connections()
        .find(headers.connection())
        .map(hire -> operation.repeatable() ? call(hire, attempt) : submit(hire, attempt))
        .orElseGet(
            () -> shared.reactions().unknownConnection(attempt, shared.connections().names()));
  }

  /** Looks at the claim first. */
  private Outcome submit(FeishuHire hire, Attempt attempt) {
    return switch (claim.found()) {
      case Claim.State.Accepted accepted -> new Completed(accepted.outputs());
      case Claim.State.Unreadable unreadable -> shared.reactions().unreadableClaim(attempt);
      case Claim.State.Sent sent when attempt.headers().onDoubt() != OnDoubt.RESUBMIT ->
          inDoubt(attempt, sent.at(), null);
      case Claim.State.Sent sent -> call(hire, attempt);
      case Claim.State.Free free -> call(hire, attempt);
    };
  }

  private Outcome call(FeishuHire hire, Attempt attempt) {
    Reactions reactions = shared.reactions();
    try {
      I input = operation.binding().bind(inputs);
      return operation.action().run(input, context(hire, attempt));
    } catch (InvalidInputException e) {
      return reactions.to(e, attempt);
    } catch (FeishuException e) {
      // Only a worker that stops interrupts; the commands that follow must still get through.
      boolean stopping = Thread.interrupted();
      return stopping && !claim.isTaken() ? reactions.givenBack(attempt) : after(e, hire, attempt);
    } catch (GiveBackException e) {
      releaseIfTaken();
      return reactions.givenBack(attempt);
    } catch (JobGoneException | LeaseEndedException e) {
      throw e;
    } catch (RuntimeException e) {
      log.unforeseen(e);
      return claim.isTaken()
          ? inDoubt(attempt, claim.sentAt(), null)
          : reactions.unforeseen(attempt, e);
    }
  }

  private Outcome after(FeishuException refusal, FeishuHire hire, Attempt attempt) {
    FeishuFailure failure = refusal.failure();
    if (isForAMoment(failure)) {
      waited = true;
      releaseIfTaken();
      return call(hire, attempt);
    }
    log.refused(refusal);
    if (claim.isTaken() && failure instanceof Unanswered) {
      return inDoubt(attempt, claim.sentAt(), failure);
    }
    releaseIfTaken();
    return shared.reactions().to(failure, attempt);
  }

  private Outcome inDoubt(Attempt attempt, @Nullable String at, @Nullable FeishuFailure failure) {
    log.inDoubt(failure);
    return shared.reactions().inDoubt(attempt, at);
  }

  /**
   * Once in a run, a call that came too early is made again here: the quota makes it wait. The way
   * through the engine would take longer, and its queue is long when Feishu throttles.
   */
  private boolean isForAMoment(FeishuFailure failure) {
    return !waited
        && failure instanceof Throttled throttled
        && throttled.retryAfter().compareTo(A_MOMENT) <= 0;
  }

  private JobContext context(FeishuHire hire, Attempt attempt) {
    return new JobContext(
        operation,
        hire,
        attempt,
        shared.reactions(),
        lease,
        commands,
        shared.shutdown(),
        shared.time(),
        this::beforeSending);
  }

  /**
   * The last step before a request leaves. Fetching a token and writing the claim can take long:
   * there must still be room for the whole call.
   */
  private void beforeSending() {
    if (!operation.repeatable()) {
      claim.take(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }
    if (lease.remaining().compareTo(operation.call().plus(JobContext.RESERVE)) < 0) {
      throw new GiveBackException();
    }
  }

  private void releaseIfTaken() {
    if (claim.isTaken()) {
      claim.release();
    }
  }

  private void report(Outcome outcome) {
    switch (outcome) {
      case Completed completed -> complete(completed);
      case BpmnError error -> commands.throwError(error.error(), error.variables());
      case Failed failed -> {
        int failures = failedTries + (failed.retries() < job.getRetries() ? 1 : 0);
        Map<String, Object> local = failures == 0 ? Map.of() : Map.of(FAILED_TRIES, failures);
        commands.fail(failed.retries(), failed.backoff(), failed.message(), local);
      }
    }
    log.ended(outcome, job.getRetries());
  }

  private void complete(Completed completed) {
    try {
      commands.complete(completed.variables());
    } catch (JobGoneException | LeaseEndedException e) {
      log.undelivered(completed);
      if (claim.isTaken()) {
        claim.accept(completed.variables());
      }
      throw e;
    }
  }
}

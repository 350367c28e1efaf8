package io.github.feishuhire.worker.job;

import io.camunda.client.api.response.ActivatedJob;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.worker.engine.CommandRefusedException;
import io.github.feishuhire.worker.engine.Job;
import io.github.feishuhire.worker.engine.JobCommands;
import io.github.feishuhire.worker.engine.JobGoneException;
import io.github.feishuhire.worker.engine.Lease;
import io.github.feishuhire.worker.engine.LeaseEndedException;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.input.InvalidHeaderException;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.TaskHeaders;
import io.github.feishuhire.worker.input.TaskHeaders.AfterCompletion;
import io.github.feishuhire.worker.input.TaskHeaders.OnDoubt;
import io.github.feishuhire.worker.job.ClaimState.Accepted;
import io.github.feishuhire.worker.job.ClaimState.Free;
import io.github.feishuhire.worker.job.ClaimState.Sent;
import io.github.feishuhire.worker.job.ClaimState.Unreadable;
import io.github.feishuhire.worker.job.Shutdown.GiveBackException;
import io.github.feishuhire.worker.outcome.Attempt;
import io.github.feishuhire.worker.outcome.Outcome;
import io.github.feishuhire.worker.outcome.Outcome.Completed;
import io.github.feishuhire.worker.outcome.Reactions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One job: bind, run, report. */
final class JobRun<I> {

  private static final Duration A_MOMENT = Duration.ofSeconds(4);

  private final JobHandler shared;
  private final Operation<I> operation;
  private final Job job;
  private final Lease lease;
  private final JobCommands commands;
  private final int failedTries;
  private final Reactions reactions;
  private final Claim claim;
  private final Since since;
  private final Supplier<I> input;
  private final JobLog log;
  private boolean waited;

  JobRun(JobHandler shared, Operation<I> operation, ActivatedJob activated, Lease lease) {
    this.shared = shared;
    this.operation = operation;
    this.job = Job.of(activated);
    this.lease = lease;
    this.commands = new JobCommands(shared.client(), job, lease, shared.time(), shared.listeners());
    Inputs variables = Inputs.of(activated.getVariables());
    this.failedTries = Report.failedTries(variables);
    this.reactions =
        TaskHeaders.language(job.headers())
            .map(shared.reactions()::in)
            .orElseGet(shared::reactions);
    this.claim = new Claim(variables, operation.task().output(), job, commands, shared.restored());
    this.since = new Since(variables, job, commands, shared.time());
    this.input = bound(operation.binding(), variables);
    this.log = new JobLog(operation, job, failedTries + 1, shared.listeners(), shared.time());
  }

  /** Holds the input or what was wrong with it, and no longer the variables. */
  private static <I> Supplier<I> bound(Operation.Binding<I> binding, Inputs variables) {
    try {
      I input = binding.bind(variables);
      return () -> input;
    } catch (RuntimeException e) {
      return () -> {
        throw e;
      };
    }
  }

  void run() {
    try (log) {
      new Report(operation, job, failedTries, claim, commands, reactions, log).of(this::outcome);
    }
  }

  private Outcome outcome() {
    TaskHeaders headers;
    try {
      headers = TaskHeaders.of(job.headers());
    } catch (InvalidHeaderException e) {
      return reactions.to(e, operation.task());
    }
    Attempt attempt = new Attempt(operation.task(), headers, job.retries(), failedTries + 1);
    Optional<FeishuHire> hire = shared.connections().find(headers.connection());
    if (hire.isEmpty()) {
      log.unknownConnection(headers.connection(), shared.connections().names());
      return reactions.unknownConnection(attempt);
    }
    if (!shared.connections().admits(headers.connection(), job.tenantId(), job.bpmnProcessId())) {
      return reactions.notAdmitted(attempt, job.bpmnProcessId(), job.tenantId());
    }
    Outcome outcome =
        operation.repeatable() ? call(hire.get(), attempt) : submit(hire.get(), attempt);
    return blanked(outcome, headers);
  }

  /** Only by a completion: whoever corrects a refused input has to see it. */
  private Outcome blanked(Outcome outcome, TaskHeaders headers) {
    return outcome instanceof Completed completed
            && headers.afterCompletion() == AfterCompletion.BLANK_IDENTIFICATION
        ? completed.blanking(operation.task().identifying())
        : outcome;
  }

  /** Looks at the claim first. */
  private Outcome submit(FeishuHire hire, Attempt attempt) {
    return switch (claim.found()) {
      case Accepted accepted -> {
        if (accepted.confirmed()) {
          log.confirmed();
        }
        yield new Completed(accepted.outputs());
      }
      case Unreadable unreadable -> {
        claim.adopt();
        yield reactions.unreadableClaim(attempt);
      }
      case Sent sent when attempt.headers().onDoubt() != OnDoubt.RESUBMIT -> {
        claim.adopt();
        yield lookUp(hire, attempt, sent.at());
      }
      case Sent sent -> call(hire, attempt);
      case Free free -> call(hire, attempt);
    };
  }

  private Outcome lookUp(FeishuHire hire, Attempt attempt, @Nullable String at) {
    DoubtLookUp<I> lookUp = doubtLookUp(attempt);
    if (lookUp == null) {
      return inDoubt(attempt, at, null);
    }
    JobContext context = context(hire, attempt, this::checkLease);
    return guarded(
        hire,
        attempt,
        () -> {
          try {
            return lookUp.of(input.get(), context);
          } catch (InvalidInputException e) { // what was sent was another one
            return inDoubt(attempt, at, null);
          }
        });
  }

  /** Where the designer wants that, and something can be looked for; else null. */
  private @Nullable DoubtLookUp<I> doubtLookUp(Attempt attempt) {
    LookUp<I> lookUp = operation.lookUp();
    Instant sent = claim.sentTime();
    return attempt.headers().onDoubt() == OnDoubt.LOOK_UP && lookUp != null && sent != null
        ? new DoubtLookUp<>(lookUp, attempt, reactions, log, sent, shared.time().wallClock())
        : null;
  }

  private Outcome call(FeishuHire hire, Attempt attempt) {
    JobContext context = context(hire, attempt, this::beforeSending);
    return guarded(hire, attempt, () -> operation.action().run(input.get(), context));
  }

  private Outcome guarded(FeishuHire hire, Attempt attempt, Supplier<Outcome> work) {
    try {
      return work.get();
    } catch (InvalidInputException e) {
      return reactions.to(e, attempt);
    } catch (FeishuException e) {
      // Only a worker that stops interrupts; the commands that follow must still get through.
      boolean stopping = Thread.interrupted();
      return stopping && !claim.isTaken() ? reactions.givenBack(attempt) : after(e, hire, attempt);
    } catch (GiveBackException e) {
      releaseIfTaken();
      return reactions.givenBack(attempt);
    } catch (CommandRefusedException | JobGoneException | LeaseEndedException e) {
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
      return freshDoubt(attempt, failure);
    }
    releaseIfTaken();
    return reactions.to(failure, attempt);
  }

  private Outcome freshDoubt(Attempt attempt, FeishuFailure failure) {
    DoubtLookUp<I> lookUp = doubtLookUp(attempt);
    return lookUp == null ? inDoubt(attempt, claim.sentAt(), failure) : lookUp.later();
  }

  private Outcome inDoubt(Attempt attempt, @Nullable String at, @Nullable FeishuFailure failure) {
    log.inDoubt(failure);
    return reactions.inDoubt(attempt, at);
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

  private JobContext context(FeishuHire hire, Attempt attempt, CallOptions.Checkpoint checkpoint) {
    return new JobContext(
        operation, hire, attempt, reactions, lease, commands, since, shared.shutdown(), checkpoint);
  }

  /**
   * The last step before a request leaves. Fetching a token and writing the claim can take long:
   * there must still be room for the whole call.
   */
  private void beforeSending() {
    if (!operation.repeatable()) {
      claim.take(shared.time().wallClock().truncatedTo(ChronoUnit.SECONDS));
    }
    checkLease();
  }

  private void checkLease() {
    if (lease.remaining().compareTo(operation.call().plus(JobContext.RESERVE)) < 0) {
      throw new GiveBackException();
    }
  }

  private void releaseIfTaken() {
    if (claim.isTaken()) {
      claim.release();
    }
  }
}

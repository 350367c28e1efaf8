package io.github.feishuhire.worker.job;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.worker.engine.CommandRefusedException;
import io.github.feishuhire.worker.engine.JobGoneException;
import io.github.feishuhire.worker.engine.LeaseEndedException;
import io.github.feishuhire.worker.input.InvalidInputException;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is done for a job at Feishu: look at the claim, claim, call, judge what came of it. */
final class Execution<I> {

  private static final Duration A_MOMENT = Duration.ofSeconds(4);

  private final Operation<I> operation;
  private final Supplier<I> input;
  private final JobContext context;
  private final Attempt attempt;
  private final Reactions reactions;
  private final Claim claim;
  private final JobLog log;
  private final Time time;
  private boolean waited;

  /**
   * Of one run of the job.
   *
   * @param input or what was wrong with it
   */
  Execution(
      Operation<I> operation,
      Supplier<I> input,
      JobContext context,
      Claim claim,
      JobLog log,
      Time time) {
    this.operation = operation;
    this.input = input;
    this.context = context;
    this.attempt = context.attempt();
    this.reactions = context.reactions();
    this.claim = claim;
    this.log = log;
    this.time = time;
  }

  Outcome outcome() {
    return operation.repeatable() ? call() : submit();
  }

  private Outcome submit() {
    return switch (claim.found()) {
      case Accepted accepted -> {
        if (accepted.confirmed()) {
          log.confirmed();
        }
        yield new Completed(accepted.outputs());
      }
      case Unreadable unreadable -> {
        claim.adopt();
        yield reactions.doubts().unreadableClaim(attempt);
      }
      case Sent sent when attempt.headers().onDoubt() != OnDoubt.RESUBMIT -> {
        claim.adopt();
        yield lookUp(sent.at());
      }
      case Sent sent -> call();
      case Free free -> call();
    };
  }

  private Outcome lookUp(@Nullable String at) {
    DoubtLookUp<I> lookUp = doubtLookUp();
    return lookUp == null
        ? inDoubt(at, null)
        : guarded(
            () -> {
              try {
                return lookUp.of(input.get(), context);
              } catch (InvalidInputException e) { // what was sent was another one
                return inDoubt(at, null);
              }
            });
  }

  /** Where the designer wants that, and something can be looked for; else null. */
  private @Nullable DoubtLookUp<I> doubtLookUp() {
    LookUp<I> lookUp = operation.lookUp();
    Instant sent = claim.sentTime();
    return attempt.headers().onDoubt() == OnDoubt.LOOK_UP && lookUp != null && sent != null
        ? new DoubtLookUp<>(lookUp, attempt, reactions, log, sent, time.wallClock())
        : null;
  }

  private Outcome call() {
    JobContext claiming = operation.repeatable() ? context : context.before(this::takeClaim);
    return guarded(() -> operation.action().run(input.get(), claiming));
  }

  private void takeClaim() {
    claim.take(time.wallClock().truncatedTo(ChronoUnit.SECONDS));
  }

  private Outcome guarded(Supplier<Outcome> work) {
    try {
      return work.get();
    } catch (InvalidInputException e) {
      return reactions.to(e, attempt);
    } catch (FeishuException e) {
      // Only a worker that stops interrupts; the commands that follow must still get through.
      boolean stopping = Thread.interrupted();
      return stopping && !claim.isTaken() ? reactions.givenBack(attempt) : after(e);
    } catch (GiveBackException e) {
      releaseIfTaken();
      return reactions.givenBack(attempt);
    } catch (CommandRefusedException | JobGoneException | LeaseEndedException e) {
      throw e;
    } catch (RuntimeException e) {
      log.unforeseen(e);
      return claim.isTaken() ? inDoubt(claim.sentAt(), null) : reactions.unforeseen(attempt, e);
    }
  }

  private Outcome after(FeishuException refusal) {
    FeishuFailure failure = refusal.failure();
    if (isForAMoment(failure)) {
      waited = true;
      releaseIfTaken();
      return call();
    }
    log.refused(refusal);
    if (claim.isTaken() && failure instanceof Unanswered) {
      return freshDoubt(failure);
    }
    releaseIfTaken();
    return reactions.to(failure, attempt);
  }

  private Outcome freshDoubt(FeishuFailure failure) {
    DoubtLookUp<I> lookUp = doubtLookUp();
    return lookUp == null ? inDoubt(claim.sentAt(), failure) : lookUp.later();
  }

  private Outcome inDoubt(@Nullable String at, @Nullable FeishuFailure failure) {
    log.inDoubt(failure);
    return reactions.doubts().to(attempt, at);
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

  private void releaseIfTaken() {
    if (claim.isTaken()) {
      claim.release();
    }
  }
}

package io.github.feishuhire.worker.job;

import io.github.feishuhire.worker.engine.CommandRefusedException;
import io.github.feishuhire.worker.engine.Job;
import io.github.feishuhire.worker.engine.JobCommands;
import io.github.feishuhire.worker.engine.JobGoneException;
import io.github.feishuhire.worker.engine.LeaseEndedException;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.outcome.EngineRefusal;
import io.github.feishuhire.worker.outcome.Outcome;
import io.github.feishuhire.worker.outcome.Outcome.BpmnError;
import io.github.feishuhire.worker.outcome.Outcome.Completed;
import io.github.feishuhire.worker.outcome.Outcome.Failed;
import io.github.feishuhire.worker.outcome.Reactions;
import io.github.feishuhire.worker.outcome.Standing;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Tells the engine what one run of a job came to; what it cannot be told is logged. */
final class Report {

  /**
   * Counts the tries that failed, as a local variable of the task; the engine only tells how many
   * are left.
   */
  static final String FAILED_TRIES = "feishu_hire_failed_tries";

  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);

  private final Operation<?> operation;
  private final Job job;
  private final int failedTries;
  private final Claim claim;
  private final JobCommands commands;
  private final Reactions reactions;
  private final JobLog log;

  Report(
      Operation<?> operation,
      Job job,
      int failedTries,
      Claim claim,
      JobCommands commands,
      Reactions reactions,
      JobLog log) {
    this.operation = operation;
    this.job = job;
    this.failedTries = failedTries;
    this.claim = claim;
    this.commands = commands;
    this.reactions = reactions;
    this.log = log;
  }

  static int failedTries(Inputs variables) {
    return variables.raw(FAILED_TRIES).asInt();
  }

  void of(Supplier<Outcome> run) {
    try {
      tell(run.get());
    } catch (CommandRefusedException e) {
      tell(e.refusal());
    } catch (JobGoneException e) {
      log.gone();
    } catch (LeaseEndedException e) {
      log.leftAlone();
    } catch (RuntimeException e) {
      log.unforeseen(e);
      giveUp();
    }
  }

  private void tell(Outcome outcome) {
    switch (outcome) {
      case Completed completed -> complete(completed);
      case BpmnError error -> commands.throwError(error.error(), error.variables());
      case Failed failed -> {
        int failures = failedTries + (failed.retries() < job.retries() ? 1 : 0);
        Map<String, Object> local = failures == 0 ? Map.of() : Map.of(FAILED_TRIES, failures);
        commands.fail(failed.retries(), failed.backoff(), failed.message(), local);
      }
    }
    log.ended(outcome, job.retries());
  }

  /** Which command was refused matters little: a person must look at the same place. */
  private void tell(EngineRefusal refusal) {
    Standing standing = operation.repeatable() ? Standing.UNSAID : claim.standing();
    try {
      tell(reactions.to(refusal, operation.task(), standing));
    } catch (CommandRefusedException | JobGoneException | LeaseEndedException e) {
      log.refused(refusal);
    }
  }

  /** So that a fault of ours ends in an incident and does not come back for ever. */
  private void giveUp() {
    try {
      String message =
          operation.name() + ": the connector has a fault; the log of the worker tells more.";
      commands.fail(Math.max(0, job.retries() - 1), AFTER_A_FAULT, message, Map.of());
    } catch (CommandRefusedException e) {
      log.refused(e.refusal());
    } catch (JobGoneException | LeaseEndedException e) {
      log.leftAlone();
    }
  }

  /** Where Feishu has just said yes, that is kept for the next run before anything else. */
  private void complete(Completed completed) {
    try {
      commands.complete(completed.variables(), completed.blanked());
    } catch (CommandRefusedException e) {
      keepOrLog(completed);
      throw e;
    } catch (JobGoneException e) {
      if (claim.isTaken() && !e.isPerhapsByThis()) {
        log.undelivered(completed);
      } else {
        log.gone(completed);
      }
      keep(completed);
      throw e;
    } catch (LeaseEndedException e) {
      if (claim.isTaken()) {
        log.undelivered(completed);
      }
      keep(completed);
      throw e;
    }
    completed.afterwards().run().ifPresent(log::leftUndone);
  }

  private void keepOrLog(Completed completed) {
    try {
      keep(completed);
    } catch (CommandRefusedException | JobGoneException | LeaseEndedException e) {
      log.undelivered(completed);
    }
  }

  private void keep(Completed completed) {
    if (claim.isTaken()) {
      claim.accept(completed.variables());
    }
  }
}

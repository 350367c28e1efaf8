package io.github.feishuhire.worker.job;

import io.camunda.client.api.response.ActivatedJob;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.worker.engine.Job;
import io.github.feishuhire.worker.engine.JobCommands;
import io.github.feishuhire.worker.engine.Lease;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.input.InvalidHeaderException;
import io.github.feishuhire.worker.input.TaskHeaders;
import io.github.feishuhire.worker.input.TaskHeaders.AfterCompletion;
import io.github.feishuhire.worker.outcome.Attempt;
import io.github.feishuhire.worker.outcome.Outcome;
import io.github.feishuhire.worker.outcome.Outcome.Completed;
import io.github.feishuhire.worker.outcome.Reactions;
import java.util.Optional;
import java.util.function.Supplier;

/** One job: bind, find the connection that it may use, execute, report. */
final class JobRun<I> {

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
    return blanked(execute(hire.get(), attempt), headers);
  }

  private Outcome execute(FeishuHire hire, Attempt attempt) {
    JobContext context =
        new JobContext(
            operation, hire, attempt, reactions, lease, commands, since, shared.shutdown());
    return new Execution<>(operation, input, context, claim, log, shared.time()).outcome();
  }

  /** Only by a completion: whoever corrects a refused input has to see it. */
  private Outcome blanked(Outcome outcome, TaskHeaders headers) {
    return outcome instanceof Completed completed
            && headers.afterCompletion() == AfterCompletion.BLANK_IDENTIFICATION
        ? completed.blanking(operation.task().identifying())
        : outcome;
  }
}

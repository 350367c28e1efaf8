package io.github.feishuhire.worker.job;

import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.worker.engine.JobCommands;
import io.github.feishuhire.worker.engine.Lease;
import io.github.feishuhire.worker.input.TaskHeaders;
import io.github.feishuhire.worker.job.Shutdown.GiveBackException;
import io.github.feishuhire.worker.outcome.Attempt;
import io.github.feishuhire.worker.outcome.Reactions;
import java.time.Duration;
import org.apache.commons.lang3.ObjectUtils;

/** What an operation may use while it runs one job. */
public final class JobContext {

  /** What is kept of a lease for the command that ends the job. */
  static final Duration RESERVE = Duration.ofSeconds(10);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final Operation<?> operation;
  private final FeishuHire hire;
  private final Attempt attempt;
  private final Reactions reactions;
  private final Lease lease;
  private final JobCommands commands;
  private final Since since;
  private final Shutdown shutdown;
  private final CallOptions.Checkpoint checkpoint;

  JobContext(
      Operation<?> operation,
      FeishuHire hire,
      Attempt attempt,
      Reactions reactions,
      Lease lease,
      JobCommands commands,
      Since since,
      Shutdown shutdown) {
    this(operation, hire, attempt, reactions, lease, commands, since, shutdown, () -> {});
  }

  private JobContext(
      Operation<?> operation,
      FeishuHire hire,
      Attempt attempt,
      Reactions reactions,
      Lease lease,
      JobCommands commands,
      Since since,
      Shutdown shutdown,
      CallOptions.Checkpoint checkpoint) {
    this.operation = operation;
    this.hire = hire;
    this.attempt = attempt;
    this.reactions = reactions;
    this.lease = lease;
    this.commands = commands;
    this.since = since;
    this.shutdown = shutdown;
    this.checkpoint = checkpoint;
  }

  /** The same, with something to be done right before a request leaves. */
  JobContext before(CallOptions.Checkpoint sending) {
    return new JobContext(
        operation, hire, attempt, reactions, lease, commands, since, shutdown, sending);
  }

  /** Feishu Hire, as the app that the task names. */
  public FeishuHire hire() {
    return hire;
  }

  public TaskHeaders headers() {
    return attempt.headers();
  }

  public Attempt attempt() {
    return attempt;
  }

  public Reactions reactions() {
    return reactions;
  }

  /** How long the task has been waiting, in earlier runs of it too. */
  public Duration waited() {
    return since.waited();
  }

  /**
   * CallOptions for the next call: it waits a few seconds for its turn at most, and never so long
   * that the lease could end before the call does.
   */
  public CallOptions options() {
    Duration spare = lease.remaining().minus(operation.call()).minus(RESERVE);
    return new CallOptions(ObjectUtils.min(spare, LONGEST_WAIT), this::checkLease)
        .checkedFirst(checkpoint);
  }

  /** Fetching a token and what is done before sending can take long: a whole call must fit. */
  private void checkLease() {
    if (lease.remaining().compareTo(operation.call().plus(RESERVE)) < 0) {
      throw new GiveBackException();
    }
  }

  /** As {@link #options()} for one of many calls: makes sure first that the job is kept for it. */
  public CallOptions nextOptions() {
    sleep(Duration.ZERO);
    return options();
  }

  /**
   * Waits, and keeps the job while waiting and for one call afterwards. The thread is all that this
   * costs.
   *
   * <p>Leaves by an exception when the worker stops or the job is gone.
   */
  public void sleep(Duration duration) {
    Duration needed = duration.plus(LONGEST_WAIT).plus(operation.call()).plus(RESERVE);
    if (lease.remaining().compareTo(needed) < 0) {
      commands.extend(ObjectUtils.max(operation.task().capacity().lease(), needed));
    }
    shutdown.sleep(duration);
  }

  /** As {@link #sleep}, for an operation that waits: {@link #waited} counts on in the next run. */
  public void waitOn(Duration duration) {
    since.keepIfLong(duration);
    sleep(duration);
  }
}

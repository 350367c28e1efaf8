package io.github.feishuhire.worker.engine;

import io.github.feishuhire.api.Time;
import io.github.feishuhire.worker.engine.PollListener.PollResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a poller fares: what is told of it once, and what is seen of it at any time. */
public final class PollState {

  private static final Logger LOG = LoggerFactory.getLogger(PollState.class);

  /** Longer than most leases: what was in the batch comes again after its own. */
  private static final Duration ONE_BY_ONE = Duration.ofMinutes(2);

  private final String jobType;
  private final Time time;
  private final List<? extends PollListener> listeners;
  private volatile Instant lastSign;
  private volatile String trouble = "";
  private volatile boolean hasBeenAnswered;
  private @Nullable Instant oneByOneUntil;

  PollState(String jobType, Time time, List<? extends PollListener> listeners) {
    this.jobType = jobType;
    this.time = time;
    this.listeners = listeners;
    this.lastSign = time.now();
  }

  public String jobType() {
    return jobType;
  }

  /** Since the poller last had no room, was answered or refused, or found nobody there. */
  public Duration sinceLastSign() {
    return Duration.between(lastSign, time.now());
  }

  /** Whether Camunda has handed out jobs, or would have, when it was last asked. */
  public boolean isAnswered() {
    return hasBeenAnswered && trouble.isEmpty();
  }

  /**
   * Whether jobs may be asked for in numbers; one that cannot be read takes along those beside it.
   */
  boolean isReadable() {
    Instant limit = oneByOneUntil;
    return limit == null || !time.now().isBefore(limit);
  }

  /** Why the last request was not answered; empty when it was. */
  public String trouble() {
    return trouble;
  }

  void alive() {
    lastSign = time.now();
  }

  void answered() {
    if (!trouble.isEmpty()) {
      LOG.info("{}: Camunda answers again", jobType);
    }
    trouble = "";
    hasBeenAnswered = true;
    alive();
    ended(PollResult.ANSWERED);
  }

  void failed(RuntimeException exception) {
    PollFault fault = PollFault.of(exception);
    if (!fault.text().equals(trouble)) { // once, and again when it becomes something else
      tell(fault);
    }
    trouble = fault.text();
    if (fault.result() == PollResult.UNREADABLE) {
      oneByOneUntil = time.now().plus(ONE_BY_ONE);
    }
    if (fault.isOfTheOtherSide()) {
      alive();
    }
    ended(fault.result());
  }

  private void tell(PollFault fault) {
    switch (fault.saysWhatToDo() ? PollResult.UNANSWERED : fault.result()) {
      case REFUSED ->
          LOG.error(
              "{}: Camunda refuses to give jobs ({}). Check the worker's credentials and"
                  + " permissions (camunda.client.auth) and its address; trying on",
              jobType,
              fault.text());
      case UNREADABLE ->
          LOG.error(
              "{}: Camunda's jobs cannot be read ({}), trying them one by one",
              jobType,
              fault.text());
      case ANSWERED, UNANSWERED ->
          LOG.warn("{}: Camunda gives no jobs, trying on: {}", jobType, fault.text());
    }
  }

  private void ended(PollResult result) {
    listeners.forEach(one -> one.polled(jobType, result));
  }
}

package io.github.feishuhire.api.http;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Unavailable;
import java.time.Duration;
import java.time.Instant;
import org.apache.commons.lang3.ObjectUtils;

/** What is known of an API while its circuit is open, whose lock guards it. */
final class Outage {

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration A_WHILE = Duration.ofSeconds(5);
  private static final Duration FIRST_PROBE = Duration.ofSeconds(1);
  private static final Duration BETWEEN_PROBES = Duration.ofSeconds(5);

  /** After that, a failure says nothing about now. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final TrialPolicy policy;
  private Instant lastFailure;
  private int failedTrials;
  private boolean isAnswering;
  private int probes;
  private Instant nextProbe;

  Outage(TrialPolicy policy, Instant begin) {
    this.policy = policy;
    this.lastFailure = begin;
    this.nextProbe = begin.plus(FIRST_PROBE);
  }

  /** Zero when a call may try. */
  Duration untilTrial(Instant now) {
    Duration wait = policy.wait(failedTrials);
    Instant due = lastFailure.plus(isAnswering ? wait : ObjectUtils.max(wait, policy.unprobed()));
    return ObjectUtils.max(Duration.ZERO, Duration.between(now, due));
  }

  /** For who may not call; whoever waited as long as that asks again. */
  FeishuException unavailable(Instant now) {
    return new FeishuException(
        new Unavailable(ObjectUtils.max(SOON, ObjectUtils.min(untilTrial(now), A_WHILE))));
  }

  void trialFailed(Instant now) {
    failedTrials++;
    lastFailure = now;
    isAnswering = false;
    probes = 0;
    nextProbe = now.plus(FIRST_PROBE);
  }

  /** Whatever the API said, it was there to say it. */
  void answered() {
    isAnswering = true;
  }

  /** Whether it is time for a probe; if so, the next one is some seconds away. */
  boolean takeProbe(Instant now) {
    if (isAnswering || now.isBefore(nextProbe)) {
      return false;
    }
    probes++;
    Duration pause = FIRST_PROBE.multipliedBy(1L << Math.min(probes, 10));
    nextProbe = now.plus(ObjectUtils.min(pause, BETWEEN_PROBES));
    return true;
  }

  boolean isFresh(Instant now) {
    return !isAnswering || now.isBefore(lastFailure.plus(FRESH));
  }
}

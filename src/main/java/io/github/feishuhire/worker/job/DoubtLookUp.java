package io.github.feishuhire.worker.job;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.SetUpFault;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuFailure.Unavailable;
import io.github.feishuhire.worker.outcome.Attempt;
import io.github.feishuhire.worker.outcome.Outcome;
import io.github.feishuhire.worker.outcome.Outcome.Completed;
import io.github.feishuhire.worker.outcome.Reactions;
import io.github.feishuhire.worker.outcome.Sighting;
import io.github.feishuhire.worker.outcome.Sighting.Absent;
import io.github.feishuhire.worker.outcome.Sighting.Present;
import io.github.feishuhire.worker.outcome.Sighting.Unclear;
import java.time.Duration;
import java.time.Instant;
import org.apache.commons.lang3.ObjectUtils;

/**
 * Looks for a submission in doubt before a person is asked. What is there ends the doubt; what is
 * not there may yet come, and so it is looked for again, each time through the engine: nothing but
 * the claim has to be kept, and any worker can go on.
 */
final class DoubtLookUp<I> {

  /** Feishu documents no time for a delivery; most take seconds. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final LookUp<I> lookUp;
  private final Attempt attempt;
  private final Reactions reactions;
  private final JobLog log;
  private final Instant sent;
  private final Duration age;

  DoubtLookUp(
      LookUp<I> lookUp,
      Attempt attempt,
      Reactions reactions,
      JobLog log,
      Instant sent,
      Instant now) {
    this.lookUp = lookUp;
    this.attempt = attempt;
    this.reactions = reactions;
    this.log = log;
    this.sent = sent;
    this.age = Duration.between(sent, now);
  }

  /** What a look comes to. It never is another submission. */
  Outcome of(I input, JobContext context) {
    try {
      return outcome(lookUp.look(input, sent, context));
    } catch (FeishuException e) {
      if (Thread.interrupted()) { // the worker stops
        return reactions.givenBack(attempt);
      }
      log.refused(e);
      return outcome(e.failure());
    }
  }

  private Outcome outcome(Sighting sighting) {
    return switch (sighting) {
      case Present present -> {
        log.found();
        yield new Completed(attempt.task().output().found(present.applicationId()));
      }
      case Absent absent when mayYetCome() -> later();
      case Absent absent -> person(absent);
      case Unclear unclear -> person(unclear);
    };
  }

  private Outcome outcome(FeishuFailure failure) {
    boolean mayPass =
        switch (failure) {
          case Throttled throttled -> true;
          case Unavailable unavailable -> true;
          case NotSent notSent -> true;
          case Unanswered unanswered -> true;
          case Refused refused -> false;
          case SetUpFault fault -> false;
        };
    return mayPass && mayYetCome() ? later() : person(failure);
  }

  private boolean mayYetCome() {
    return age.compareTo(PATIENCE) < 0;
  }

  /** The longer it has not come, the longer it is waited for. */
  Outcome later() {
    Duration pause =
        ObjectUtils.max(SHORTEST_PAUSE, ObjectUtils.min(age.dividedBy(2), LONGEST_PAUSE));
    return reactions.lookedForLater(attempt, sent, pause);
  }

  private Outcome person(Sighting sighting) {
    log.inDoubt(null);
    return reactions.inDoubt(attempt, sent, sighting);
  }

  private Outcome person(FeishuFailure failure) {
    log.inDoubt(failure);
    return reactions.inDoubt(attempt, sent, failure);
  }
}

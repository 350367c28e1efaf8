package io.github.feishuhire.worker.outcome;

import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.worker.catalogue.ErrorCode;
import io.github.feishuhire.worker.outcome.Outcome.BpmnError;
import io.github.feishuhire.worker.outcome.Outcome.Failed;
import io.github.feishuhire.worker.outcome.Sighting.Absent;
import io.github.feishuhire.worker.outcome.Sighting.Present;
import io.github.feishuhire.worker.outcome.Sighting.Unclear;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the process sees of a submission of which nobody knows whether it arrived. */
public final class DoubtReactions {

  private final Wording words;
  private final Retries retries;

  DoubtReactions(Wording words, Retries retries) {
    this.words = words;
    this.retries = retries;
  }

  /**
   * As the task's header {@code onDoubt} says.
   *
   * @param at when it was sent; null when that is not known
   */
  public Outcome to(Attempt attempt, @Nullable String at) {
    String when = at == null ? "?" : words.moment(at);
    return switch (attempt.headers().onDoubt()) {
      case INCIDENT, LOOK_UP -> Failed.incident(words.line(attempt, doubt(attempt, when)));
      case BPMN_ERROR -> new BpmnError(error(attempt, when));
      case RESUBMIT ->
          retries.technical(attempt, words.say("doubtfulAgain", when, words.twice(attempt.task())));
    };
  }

  /** Caught, the task is over, with nothing left to set; else its incident is resolved as any. */
  private HireError error(Attempt attempt, String when) {
    String hint = words.say("doubt.hint", when, words.sought(attempt.task()));
    String next = words.say("doubt.caught", words.found(attempt.task()));
    String message = words.line(attempt, words.say("frame.next", hint, next));
    return new HireError(ErrorCode.SUBMISSION_IN_DOUBT, 0, message, hint, null, List.of());
  }

  /** It may yet be found in Feishu; nobody has to do anything. */
  public Outcome lookedForLater(Attempt attempt, Instant at, Duration pause) {
    String when = words.moment(at.toString());
    return new Failed(
        attempt.retries(), pause, words.line(attempt, words.say("lookUp.again", when)));
  }

  /** It was looked for in Feishu: a person learns what was seen. */
  public Outcome to(Attempt attempt, Instant at, Sighting sighting) {
    return incident(
        attempt,
        at,
        switch (sighting) {
          case Present present -> present.applicationId();
          case Absent absent -> words.say("lookUp.ABSENT", words.named(absent.by(), attempt));
          case Unclear unclear ->
              words.say("lookUp." + unclear.obstacle(), words.named(unclear.by(), attempt));
        });
  }

  /** It could not be looked for in Feishu. */
  public Outcome to(Attempt attempt, Instant at, FeishuFailure failure) {
    return incident(attempt, at, words.say("lookUp.failed", words.cause(failure, attempt)));
  }

  /** A claim that a person wrote and we cannot read. */
  public Outcome unreadableClaim(Attempt attempt) {
    return Failed.incident(words.line(attempt, words.say("claim", words.found(attempt.task()))));
  }

  private Outcome incident(Attempt attempt, Instant at, String seen) {
    String doubt = doubt(attempt, words.moment(at.toString()));
    return Failed.incident(words.line(attempt, words.say("frame.next", doubt, seen)));
  }

  private String doubt(Attempt attempt, String when) {
    return words.say("doubt", when, words.found(attempt.task()), words.sought(attempt.task()));
  }
}

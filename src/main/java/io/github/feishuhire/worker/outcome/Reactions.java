package io.github.feishuhire.worker.outcome;

import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Obstacle;
import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.SetUpFault;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuFailure.Unavailable;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.OneLine;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.catalogue.ErrorCode;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.input.InvalidHeaderException;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.outcome.Outcome.Failed;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * What the process sees of everything that can go wrong: one method per kind, one text for each.
 */
public final class Reactions {

  private final Wording words;
  private final Retries retries;
  private final Refusals refusals;
  private final DoubtReactions doubts;

  /**
   * Decides and writes, and does nothing else.
   *
   * @param random at least 0, below 1
   */
  public Reactions(Words words, DoubleSupplier random) {
    this.words = new Wording(words);
    this.retries = new Retries(this.words, random);
    this.refusals = new Refusals(this.words);
    this.doubts = new DoubtReactions(this.words, retries);
  }

  /** The same in another language. */
  public Reactions in(Language language) {
    return language == words.language()
        ? this
        : new Reactions(new Words(language), retries.random());
  }

  /** A failed call that had no effect, or whose effect may safely be had twice. */
  public Outcome to(FeishuFailure failure, Attempt attempt) {
    String what = words.causeAndOrigin(failure, attempt);
    return switch (failure) {
      case Refused refused -> refusals.to(refused, attempt);
      case SetUpFault fault -> Failed.incident(words.line(attempt, what));
      case Throttled throttled -> retries.later(throttled.retryAfter(), attempt, what);
      case Unavailable unavailable -> retries.later(unavailable.retryAfter(), attempt, what);
      case NotSent notSent when notSent.obstacle() == Obstacle.INTERRUPTED -> givenBack(attempt);
      case NotSent notSent -> retries.technical(attempt, what);
      case Unanswered unanswered -> retries.technical(attempt, what);
    };
  }

  /** A submission of which nobody knows whether it arrived. */
  public DoubtReactions doubts() {
    return doubts;
  }

  /** An input that was not sent. */
  public Outcome to(InvalidInputException invalid, Attempt attempt) {
    return refusals.to(invalid, attempt);
  }

  /** A header of the task that cannot be understood. */
  public Outcome to(InvalidHeaderException invalid, Task task) {
    return Failed.incident(
        words.line(task, words.say("header", invalid.name(), invalid.allowed())));
  }

  /** A connection the worker does not have. */
  public Outcome unknownConnection(Attempt attempt) {
    return Failed.incident(
        words.line(attempt, words.say("connection", OneLine.of(attempt.headers().connection()))));
  }

  /** A connection that is for other processes, or for those of other tenants. */
  public Outcome notAdmitted(Attempt attempt, String bpmnProcessId, String tenantId) {
    String connection = attempt.headers().connection();
    return Failed.incident(
        words.line(
            attempt,
            words.say(
                "connection.closed", connection, OneLine.of(bpmnProcessId), OneLine.of(tenantId))));
  }

  /**
   * A list that does not fit into a variable.
   *
   * @param narrowing names of the inputs by which it gets shorter
   */
  public Outcome tooLong(Attempt attempt, List<String> narrowing) {
    return refusals.tooLong(attempt, narrowing);
  }

  /**
   * An end of a delivery that a process may want to catch.
   *
   * @param variables what is known of it
   */
  public Outcome ended(ErrorCode code, Attempt attempt, Map<String, Object> variables) {
    return refusals.ended(code, attempt, variables);
  }

  /** A resume that was not handed over. */
  public Outcome to(SourceTrouble trouble, Attempt attempt) {
    return switch (trouble) {
      case STORE_UNAVAILABLE -> retries.technical(attempt, words.say("store"));
      case STORE_UNREACHABLE -> retries.technical(attempt, words.say("store.unreachable"));
      case STORE_ADDRESS_MISSING ->
          Failed.incident(words.line(attempt, words.say("store.address")));
      case STORE_NOT_THERE -> retries.technical(attempt, words.say("store.other"));
      case STORE_ACCESS_DENIED -> Failed.incident(words.line(attempt, words.say("store.access")));
      case STORE_MISSING -> Failed.incident(words.line(attempt, words.say("store.missing")));
      case URL_UNAVAILABLE -> retries.technical(attempt, words.say("url"));
      case NO_ROOM -> retries.technical(attempt, words.say("room"));
    };
  }

  /**
   * A command that Camunda refuses.
   *
   * @param standing of the submission, where it is one
   */
  public Outcome to(EngineRefusal refusal, Task task, Standing standing) {
    String what = words.say("engine." + refusal.cause(), refusal.status());
    String next =
        standing == Standing.NOT_KEPT
            ? words.say("engine.NOT_KEPT", words.accepted(task))
            : words.say("engine." + standing);
    return Failed.incident(words.line(task, words.say("frame.next", what, next)));
  }

  /** A fault of our own. */
  public Outcome unforeseen(Attempt attempt, RuntimeException fault) {
    return retries.technical(attempt, words.say("unforeseen", fault.getClass().getSimpleName()));
  }

  /** The worker is stopping: another one shall have the job, as it was. */
  public Outcome givenBack(Attempt attempt) {
    return retries.givenBack(attempt);
  }
}

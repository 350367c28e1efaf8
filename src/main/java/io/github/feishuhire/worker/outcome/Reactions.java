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
import io.github.feishuhire.worker.catalogue.Form;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.input.InvalidHeaderException;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.TaskHeaders.OnRejected;
import io.github.feishuhire.worker.outcome.Outcome.BpmnError;
import io.github.feishuhire.worker.outcome.Outcome.Failed;
import io.github.feishuhire.worker.outcome.Sighting.Absent;
import io.github.feishuhire.worker.outcome.Sighting.Present;
import io.github.feishuhire.worker.outcome.Sighting.Unclear;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the process sees of everything that can go wrong: one method per kind, one text for each.
 */
public final class Reactions {

  private static final Duration LARGEST_SPREAD = Duration.ofSeconds(2);
  private static final int GRADUATION_TIME_MISSING = 1002513;

  private final Wording words;
  private final DoubleSupplier random;

  /**
   * Decides and writes, and does nothing else.
   *
   * @param random at least 0, below 1
   */
  public Reactions(Words words, DoubleSupplier random) {
    this.words = new Wording(words);
    this.random = random;
  }

  /** The same in another language. */
  public Reactions in(Language language) {
    return language == words.language() ? this : new Reactions(new Words(language), random);
  }

  /** A failed call that had no effect, or whose effect may safely be had twice. */
  public Outcome to(FeishuFailure failure, Attempt attempt) {
    return switch (failure) {
      case Refused refused -> refused(refused, attempt);
      case SetUpFault fault ->
          Failed.incident(
              words.line(attempt, words.from(setUp(fault, attempt), fault.code(), fault.logId())));
      case Throttled throttled ->
          later(
              throttled.retryAfter(),
              words.from(words.say("throttled"), 0, throttled.logId()),
              attempt);
      case Unavailable unavailable ->
          later(unavailable.retryAfter(), words.say("unavailable"), attempt);
      case NotSent notSent when notSent.obstacle() == Obstacle.INTERRUPTED -> givenBack(attempt);
      case NotSent notSent -> technical(attempt, words.say("notSent." + notSent.obstacle()));
      case Unanswered unanswered ->
          technical(
              attempt,
              words.from(
                  words.say("unanswered." + unanswered.reason(), unanswered.httpStatus()),
                  unanswered.code(),
                  unanswered.logId()));
    };
  }

  /** An input that was not sent. */
  public Outcome to(InvalidInputException invalid, Attempt attempt) {
    ErrorCode code =
        switch (invalid.problem()) {
          case RESUME_EMPTY, RESUME_TOO_LARGE, RESUME_GONE, RESUME_CHANGED, RESUME_URL_REFUSED ->
              ErrorCode.RESUME_UNREADABLE;
          case UNKNOWN_STAGE -> ErrorCode.STAGE_NOT_FOUND;
          case UNKNOWN_TAG -> ErrorCode.TAG_NOT_FOUND;
          default -> ErrorCode.INVALID_PARAMETER;
        };
    String what = words.say("input." + invalid.problem(), words.named(invalid.name(), attempt));
    String hint = words.say("input." + invalid.problem(), words.label(invalid.name(), attempt));
    return rejected(
        new HireError(code, 0, words.line(attempt, what), hint, null, List.of(invalid.name())),
        attempt);
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
   * A submission of which nobody knows whether it arrived.
   *
   * @param at when it was sent; null when that is not known
   */
  public Outcome inDoubt(Attempt attempt, @Nullable String at) {
    String when = at == null ? "?" : words.moment(at);
    String message = words.line(attempt, doubt(attempt, when));
    return switch (attempt.headers().onDoubt()) {
      case INCIDENT, LOOK_UP -> Failed.incident(message);
      case BPMN_ERROR ->
          new BpmnError(
              new HireError(
                  ErrorCode.SUBMISSION_IN_DOUBT,
                  0,
                  message,
                  words.say("doubt.hint", when, words.sought(attempt.task())),
                  null,
                  List.of()));
      case RESUBMIT ->
          technical(attempt, words.say("doubtfulAgain", when, words.twice(attempt.task())));
    };
  }

  private String doubt(Attempt attempt, String when) {
    return words.say("doubt", when, words.found(attempt.task()), words.sought(attempt.task()));
  }

  /** A submission in doubt that may yet be found in Feishu; nobody has to do anything. */
  public Outcome lookedForLater(Attempt attempt, Instant at, Duration pause) {
    String when = words.moment(at.toString());
    return new Failed(
        attempt.retries(), pause, words.line(attempt, words.say("lookUp.again", when)));
  }

  /** A submission in doubt that was looked for in Feishu: a person learns what was seen. */
  public Outcome inDoubt(Attempt attempt, Instant at, Sighting sighting) {
    return inDoubt(
        attempt,
        at,
        switch (sighting) {
          case Present present -> present.applicationId();
          case Absent absent -> words.say("lookUp.ABSENT", words.named(absent.by(), attempt));
          case Unclear unclear ->
              words.say("lookUp." + unclear.obstacle(), words.named(unclear.by(), attempt));
        });
  }

  /** A submission in doubt that could not be looked for in Feishu. */
  public Outcome inDoubt(Attempt attempt, Instant at, FeishuFailure failure) {
    String why =
        switch (failure) {
          case SetUpFault fault -> setUp(fault, attempt);
          case Refused refused -> words.say("refused." + refused.refusal());
          case Throttled throttled -> words.say("throttled");
          case Unavailable unavailable -> words.say("unavailable");
          case NotSent notSent -> words.say("notSent." + notSent.obstacle());
          case Unanswered unanswered ->
              words.say("unanswered." + unanswered.reason(), unanswered.httpStatus());
        };
    return inDoubt(attempt, at, words.say("lookUp.failed", why));
  }

  private Outcome inDoubt(Attempt attempt, Instant at, String seen) {
    String doubt = doubt(attempt, words.moment(at.toString()));
    return Failed.incident(words.line(attempt, words.say("frame.next", doubt, seen)));
  }

  /** A claim that a person wrote and we cannot read. */
  public Outcome unreadableClaim(Attempt attempt) {
    return Failed.incident(words.line(attempt, words.say("claim", words.found(attempt.task()))));
  }

  /**
   * A list that does not fit into a variable.
   *
   * @param narrowing names of the inputs by which it gets shorter
   */
  public Outcome tooLong(Attempt attempt, List<String> narrowing) {
    String what =
        narrowing.isEmpty()
            ? words.say("tooLong")
            : words.say("tooLong.narrow", words.named(narrowing, attempt));
    return rejected(
        new HireError(
            ErrorCode.INVALID_PARAMETER,
            0,
            words.line(attempt, what),
            words.say("tooLong"),
            null,
            narrowing),
        attempt);
  }

  /**
   * An end of a delivery that a process may want to catch.
   *
   * @param variables what is known of it
   */
  public Outcome ended(ErrorCode code, Attempt attempt, Map<String, Object> variables) {
    String what = words.say("ended." + code);
    return new BpmnError(
        new HireError(code, 0, words.line(attempt, what), what, null, List.of()), variables);
  }

  /** A resume that was not handed over. */
  public Outcome to(SourceTrouble trouble, Attempt attempt) {
    return switch (trouble) {
      case STORE_UNAVAILABLE -> technical(attempt, words.say("store"));
      case STORE_UNREACHABLE -> technical(attempt, words.say("store.unreachable"));
      case STORE_ADDRESS_MISSING ->
          Failed.incident(words.line(attempt, words.say("store.address")));
      case STORE_NOT_THERE -> technical(attempt, words.say("store.other"));
      case STORE_ACCESS_DENIED -> Failed.incident(words.line(attempt, words.say("store.access")));
      case STORE_MISSING -> Failed.incident(words.line(attempt, words.say("store.missing")));
      case URL_UNAVAILABLE -> technical(attempt, words.say("url"));
      case NO_ROOM -> technical(attempt, words.say("room"));
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
    return technical(attempt, words.say("unforeseen", fault.getClass().getSimpleName()));
  }

  /** The worker is stopping: another one shall have the job, as it was. */
  public Outcome givenBack(Attempt attempt) {
    return new Failed(
        attempt.retries(), Duration.ZERO, words.line(attempt, words.say("givenBack")));
  }

  private Outcome refused(Refused refused, Attempt attempt) {
    ErrorCode code = ErrorCode.of(refused.refusal(), attempt.task());
    List<String> fields =
        refused.fields().isEmpty() ? concerned(refused, attempt) : refused.fields();
    String what = words.say("refused." + refused.refusal());
    String inputs = words.named(fields, attempt);
    String about = fields.isEmpty() ? what : words.say("frame.about", what, inputs);
    String message = words.line(attempt, words.from(about, refused.code(), refused.logId()));
    return rejected(
        new HireError(code, refused.code(), message, what, refused.logId(), fields), attempt);
  }

  private static Outcome rejected(HireError error, Attempt attempt) {
    return attempt.headers().onRejected() == OnRejected.INCIDENT
        ? Failed.incident(error.message())
        : new BpmnError(error);
  }

  /** The inputs a refusal is about, where Feishu does not name them. */
  private static List<String> concerned(Refused refused, Attempt attempt) {
    if (refused.code() == GRADUATION_TIME_MISSING) {
      return attempt.task().inputs().stream()
          .filter(input -> input.form().filter(Form.OBJECT::equals).isPresent())
          .map(input -> input.name() + ".education_list.end_time_v2")
          .toList();
    }
    return attempt.task().blamedFor(ErrorCode.of(refused.refusal(), attempt.task()));
  }

  private String setUp(SetUpFault fault, Attempt attempt) {
    String connection = attempt.headers().connection();
    return switch (fault.cause()) {
      case CREDENTIALS, APP_ID, SECRET -> words.say("setUp.credentials", connection);
      case SCOPE ->
          fault.missingScopes().isEmpty()
              ? words.say("setUp.scope", connection)
              : words.say("setUp.scopes", connection, words.list(fault.missingScopes()));
      case ADDRESS -> words.say("setUp.address", connection);
      case MONTHLY_QUOTA -> words.say("setUp.monthlyQuota", connection);
      case APP_DISABLED, APP_NOT_INSTALLED -> words.say("setUp.app", connection);
      case TOKEN_REFUSED, NO_TOKEN -> words.say("setUp.token", connection);
    };
  }

  /** No fault of the job: it loses no try, and does not come back in the same moment as others. */
  private Outcome later(Duration delay, String what, Attempt attempt) {
    Duration spread = Duration.ofMillis((long) (LARGEST_SPREAD.toMillis() * random.getAsDouble()));
    return new Failed(attempt.retries(), delay.plus(spread), words.line(attempt, what));
  }

  private Outcome technical(Attempt attempt, String what) {
    int left = Math.max(0, attempt.retries() - 1);
    Duration backoff =
        left == 0
            ? Duration.ZERO
            : Backoff.after(
                attempt.number(), attempt.headers().retryBackoff(), random.getAsDouble());
    String next = words.say(left == 0 ? "usedUp" : "again", left);
    return new Failed(left, backoff, words.line(attempt, words.say("frame.next", what, next)));
  }
}

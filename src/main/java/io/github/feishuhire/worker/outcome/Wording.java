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
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.catalogue.Task;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the sentences about a job are put together: the same frame around each of them. */
record Wording(Words words) {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  Language language() {
    return words.language();
  }

  String say(String key, Object... details) {
    return words.say(key, details);
  }

  /** In one line, with the task's name before it. */
  String line(Task task, String text) {
    return words.say("frame.line", words.say("task." + task.slug() + ".name"), text);
  }

  String line(Attempt attempt, String text) {
    return line(attempt.task(), text);
  }

  /** The inputs as a list, each as the panel calls it, and the engine. */
  String named(List<String> inputs, Attempt attempt) {
    return words.list(inputs.stream().map(input -> named(input, attempt)));
  }

  /** As the panel calls an input, and the engine; for who looks at both. */
  String named(String input, Attempt attempt) {
    return words
        .ofField(attempt.task().slug(), input, "label")
        .map(label -> words.say("frame.named", label, input))
        .orElse(input);
  }

  /** What the panel calls an input; its name where the panel has no field of that name. */
  String label(String input, Attempt attempt) {
    return words.ofField(attempt.task().slug(), input, "label").orElse(input);
  }

  String list(List<String> names) {
    return words.list(names.stream());
  }

  /** Where a person looks for what was submitted. */
  String sought(Task task) {
    return say("sought." + task.output().name());
  }

  /** What becomes of two that both arrive. */
  String twice(Task task) {
    return say("twice." + task.output().name());
  }

  /** What a person writes who has the id of the output. */
  String accepted(Task task) {
    return words.say("accepted." + task.output().name());
  }

  /** What a person writes who found the submission in Feishu. */
  String found(Task task) {
    return words.find("found." + task.output().name()).orElseGet(() -> accepted(task));
  }

  /** As the clock of those who read this language shows it, and it says whose clock that is. */
  String moment(String at) {
    try {
      ZonedDateTime there = Instant.parse(at).atZone(ZoneId.of(words.say("frame.zone")));
      return words.say("frame.moment", MOMENT.format(there));
    } catch (DateTimeParseException e) { // a person can have written it
      return at;
    }
  }

  /** What went wrong, and what to do about it. */
  String cause(FeishuFailure failure, Attempt attempt) {
    return switch (failure) {
      case Refused refused -> say("refused." + refused.refusal());
      case SetUpFault fault -> setUp(fault, attempt.headers().connection());
      case Throttled throttled -> say("throttled");
      case Unavailable unavailable -> say("unavailable");
      case NotSent notSent when notSent.obstacle() == Obstacle.INTERRUPTED -> say("givenBack");
      case NotSent notSent -> say("notSent." + notSent.obstacle());
      case Unanswered unanswered ->
          say("unanswered." + unanswered.reason(), unanswered.httpStatus());
    };
  }

  private String setUp(SetUpFault fault, String connection) {
    return switch (fault.cause()) {
      case CREDENTIALS, APP_ID, SECRET -> say("setUp.credentials", connection);
      case SCOPE ->
          fault.missingScopes().isEmpty()
              ? say("setUp.scope", connection)
              : say("setUp.scopes", connection, list(fault.missingScopes()));
      case ADDRESS -> say("setUp.address", connection);
      case MONTHLY_QUOTA -> say("setUp.monthlyQuota", connection);
      case APP_DISABLED, APP_NOT_INSTALLED -> say("setUp.app", connection);
      case TOKEN_REFUSED, NO_TOKEN -> say("setUp.token", connection);
    };
  }

  /** As {@link #cause}, with what Feishu's support asks for. */
  String causeAndOrigin(FeishuFailure failure, Attempt attempt) {
    return from(cause(failure, attempt), failure.code(), failure.logId());
  }

  /** With what Feishu's support asks for, where it is known. */
  String from(String text, int code, @Nullable String logId) {
    return Stream.of(
            code == 0 ? null : words.say("origin.code", code),
            logId == null ? null : words.say("origin.log", logId))
        .flatMap(Stream::ofNullable)
        .reduce((first, second) -> words.say("frame.both", first, second))
        .map(origin -> words.say("frame.origin", text, origin))
        .orElse(text);
  }
}

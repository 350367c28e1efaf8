package io.github.feishuhire.worker.outcome;

import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.Refusal;
import io.github.feishuhire.worker.catalogue.ErrorCode;
import io.github.feishuhire.worker.catalogue.Form;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.TaskHeaders.OnRejected;
import io.github.feishuhire.worker.outcome.Outcome.BpmnError;
import io.github.feishuhire.worker.outcome.Outcome.Failed;
import java.util.List;
import java.util.Map;

/** What a process may catch: a definite no, by Feishu or by the connector before it sends. */
record Refusals(Wording words) {

  Outcome to(Refused refused, Attempt attempt) {
    ErrorCode code = ErrorCode.of(refused.refusal(), attempt.task());
    List<String> fields =
        refused.fields().isEmpty() ? concerned(refused.refusal(), attempt) : refused.fields();
    String what = words.cause(refused, attempt);
    String inputs = words.named(fields, attempt);
    String about = fields.isEmpty() ? what : words.say("frame.about", what, inputs);
    String message = words.line(attempt, words.from(about, refused.code(), refused.logId()));
    return rejected(
        new HireError(code, refused.code(), message, what, refused.logId(), fields), attempt);
  }

  Outcome to(InvalidInputException invalid, Attempt attempt) {
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

  Outcome tooLong(Attempt attempt, List<String> narrowing) {
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

  Outcome ended(ErrorCode code, Attempt attempt, Map<String, Object> variables) {
    String what = words.say("ended." + code);
    return new BpmnError(
        new HireError(code, 0, words.line(attempt, what), what, null, List.of()), variables);
  }

  private static Outcome rejected(HireError error, Attempt attempt) {
    return attempt.headers().onRejected() == OnRejected.INCIDENT
        ? Failed.incident(error.message())
        : new BpmnError(error);
  }

  /** The inputs a refusal is about, where Feishu does not name them. */
  private static List<String> concerned(Refusal refusal, Attempt attempt) {
    return refusal == Refusal.GRADUATION_TIME_MISSING
        ? attempt.task().inputs().stream()
            .filter(input -> input.form().filter(Form.OBJECT::equals).isPresent())
            .map(input -> input.name() + ".education_list.end_time_v2")
            .toList()
        : attempt.task().blamedFor(ErrorCode.of(refusal, attempt.task()));
  }
}

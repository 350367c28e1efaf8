package io.github.feishuhire.sandbox;

import static io.github.feishuhire.sandbox.ReservedValue.Field.EXTERNAL_ID;
import static io.github.feishuhire.sandbox.ReservedValue.Field.FILE_NAME;
import static io.github.feishuhire.sandbox.ReservedValue.Field.JOB_POST_ID;

import io.github.feishuhire.sandbox.ReservedValue.Behaviour;
import io.github.feishuhire.sandbox.ReservedValue.Field;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.website.JobPost;
import io.github.feishuhire.sandbox.website.TaskEnding;
import io.github.feishuhire.sandbox.website.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table of reserved values. A reserved job post is a 7, zeros, and a number that says what it
 * does, nineteen digits in all, on the documentation's example website; a reserved file name or
 * external ID is {@code sandbox-} and the same number.
 */
public final class ReservedValues {

  /** Every error a designer may want to see that no natural input brings about. */
  private static final List<ErrorCode> ERRORS =
      List.of(
          ErrorCode.INTERNAL_ERROR,
          ErrorCode.BAD_REQUEST,
          ErrorCode.METHOD_THROTTLED,
          ErrorCode.APP_THROTTLED,
          ErrorCode.SYSTEM_ERROR,
          ErrorCode.PARAMETER_ILLEGAL,
          ErrorCode.ATTACHMENT_UNREADABLE,
          ErrorCode.REPEAT_APPLICATION,
          ErrorCode.JOB_NOT_FOUND,
          ErrorCode.TALENT_LOCKED,
          ErrorCode.TALENT_APPLIED_SAME_POST,
          ErrorCode.USER_NOT_FOUND,
          ErrorCode.PROJECT_LIMIT_REACHED,
          ErrorCode.ALREADY_APPLIED,
          ErrorCode.CANDIDATE_LIMIT_REACHED,
          ErrorCode.GRADUATION_TIME_MISSING,
          ErrorCode.JOB_DELETED,
          ErrorCode.IP_DENIED,
          ErrorCode.QUOTA_EXCEEDED,
          ErrorCode.APP_OR_SECRET_UNKNOWN,
          ErrorCode.TOKEN_MISSING,
          ErrorCode.APP_NOT_IN_USE,
          ErrorCode.TOKEN_INVALID,
          ErrorCode.APP_TOKEN_INVALID,
          ErrorCode.TENANT_CODE_INVALID,
          ErrorCode.TOKEN_MALFORMED,
          ErrorCode.SCOPE_MISSING,
          ErrorCode.APP_UNAUTHORIZED,
          ErrorCode.TOKEN_NO_PERMISSION,
          ErrorCode.FIELD_VALIDATION_FAILED);

  /** All of them, in the order in which a reader would want them. */
  public static final List<ReservedValue> ALL =
      Stream.of(
              Stream.of(
                  task(1, "task never finishes", TaskEnding.NEVER),
                  task(3, "task fails", TaskEnding.FAILED),
                  task(1002008, "task not found", TaskEnding.LOST)),
              disturbances(JOB_POST_ID),
              ERRORS.stream().map(ReservedValues::refusal),
              disturbances(EXTERNAL_ID),
              disturbances(FILE_NAME))
          .flatMap(rows -> rows)
          .toList();

  private ReservedValues() {}

  /** The reserved job posts as entries of the store. */
  static List<JobPost> jobPosts() {
    return ALL.stream()
        .filter(row -> row.field() == JOB_POST_ID)
        .map(
            row ->
                new JobPost(
                    row.value(),
                    Tenant.WEBSITE_ID,
                    "Sandbox: " + row.effect(),
                    row.value(),
                    true,
                    Optional.empty(),
                    List.of(),
                    row.behaviour() instanceof Behaviour.Task task
                        ? task.ending()
                        : TaskEnding.DECIDED))
        .toList();
  }

  private static Stream<ReservedValue> disturbances(Field field) {
    return Stream.of(
        once(field, 401, "token refused once, then fine", Fault.tokenExpired()),
        always(field, 408, "never answers", Fault.silence()),
        once(field, 429, "throttled once, then fine", Fault.throttled(Duration.ofSeconds(1))),
        always(field, 500, "server error 500", Fault.httpStatus(500)),
        always(field, 502, "HTML page with status 502", Fault.html(502)),
        once(field, 503, "server error 503 once, then fine", Fault.httpStatus(503)),
        once(
            field,
            200500,
            "executed but answered 500 once, then fine",
            Fault.httpStatus(500).executed()));
  }

  private static ReservedValue task(int number, String effect, TaskEnding ending) {
    return row(JOB_POST_ID, number, effect, new Behaviour.Task(ending));
  }

  private static ReservedValue refusal(ErrorCode code) {
    String effect = "answers " + code.code() + " " + code.message();
    return row(JOB_POST_ID, code.code(), effect, new Behaviour.Always(Fault.error(code)));
  }

  private static ReservedValue always(Field field, int number, String effect, Fault fault) {
    return row(field, number, effect, new Behaviour.Always(fault));
  }

  private static ReservedValue once(Field field, int number, String effect, Fault fault) {
    return row(field, number, effect, new Behaviour.Once(fault));
  }

  private static ReservedValue row(Field field, int number, String effect, Behaviour behaviour) {
    String value = field == JOB_POST_ID ? "7%018d".formatted(number) : "sandbox-" + number;
    return new ReservedValue(field, value, effect, behaviour);
  }
}

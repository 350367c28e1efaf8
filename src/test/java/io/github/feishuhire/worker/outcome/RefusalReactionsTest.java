package io.github.feishuhire.worker.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.Refusal;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.catalogue.ErrorCode;
import io.github.feishuhire.worker.delivery.SubmitStructuredResume;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import io.github.feishuhire.worker.input.TaskHeaders;
import io.github.feishuhire.worker.outcome.Outcome.BpmnError;
import io.github.feishuhire.worker.outcome.Outcome.Failed;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class RefusalReactionsTest {

  /** Those that have a code for the sake of the tasks after a delivery. */
  private static final Set<Refusal> OF_OTHER_TASKS =
      EnumSet.range(Refusal.APPLICATION_NOT_FOUND, Refusal.ALREADY_DONE);

  private final Reactions reactions = new Reactions(new Words(Language.EN), () -> 0);

  @ParameterizedTest
  @EnumSource
  void aRefusalIsABpmnErrorThatTheProcessCanCatch(Refusal refusal) {
    Refusal named =
        refusal == Refusal.GRADUATION_TIME_MISSING ? Refusal.INVALID_PARAMETER : refusal;
    Refused refused = new Refused(refusal, 1002999, "20240802-log", List.of("email"));

    BpmnError outcome = (BpmnError) reactions.to(refused, Attempts.first());

    assertThat(outcome.error().code().code())
        .isEqualTo("FEISHU_HIRE_" + (OF_OTHER_TASKS.contains(refusal) ? "REJECTED" : named));
    assertThat(outcome.error().feishuCode()).isEqualTo(1002999);
    assertThat(outcome.error().logId()).isEqualTo("20240802-log");
    assertThat(outcome.error().fields()).containsExactly("email");
    assertThat(outcome.error().message())
        .startsWith("Submit Website Delivery: ")
        .contains("1002999", "20240802-log", "email")
        .hasLineCount(1);
    assertThat(outcome.variables()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalIsAnIncidentWhereTheDesignerWantsIt(Refusal refusal) {
    Refused refused = new Refused(refusal, 1002999, "20240802-log", List.of());

    Failed outcome = (Failed) reactions.to(refused, Attempts.with("onRejected", "incident"));

    assertThat(outcome.retries()).isZero();
    assertThat(outcome.backoff()).isEqualTo(Duration.ZERO);
    assertThat(outcome.message())
        .startsWith("Submit Website Delivery: ")
        .contains("1002999", "20240802-log")
        .hasLineCount(1);
  }

  @Test
  void aListThatIsTooLongNamesTheInputsThatMakeItShorter() {
    BpmnError outcome =
        (BpmnError) reactions.tooLong(Attempts.first(), List.of("keyword", "city_code_list"));

    assertThat(outcome.error().code().code()).isEqualTo("FEISHU_HIRE_INVALID_PARAMETER");
    assertThat(outcome.error().feishuCode()).isZero();
    assertThat(outcome.error().fields()).containsExactly("keyword", "city_code_list");
    assertThat(outcome.error().message()).contains("keyword", "city_code_list").hasLineCount(1);
  }

  @Test
  void aListThatIsTooLongAndHasNothingToMakeItShorterSaysWhereElseToLook() {
    Failed outcome = (Failed) reactions.tooLong(Attempts.with("onRejected", "incident"), List.of());

    assertThat(outcome.retries()).isZero();
    assertThat(outcome.message()).contains("Feishu Hire").hasLineCount(1);
  }

  @Test
  void aMissingGraduationTimeIsNamedWhereItIsInTheResume() {
    Refused refused = new Refused(Refusal.GRADUATION_TIME_MISSING, 1002513, null, List.of());
    var attempt = new Attempt(SubmitStructuredResume.TASK, TaskHeaders.of(Map.of()), 3, 1);

    BpmnError outcome = (BpmnError) reactions.to(refused, attempt);

    assertThat(outcome.error().fields()).containsExactly("resume.education_list.end_time_v2");
    assertThat(outcome.error().message()).contains("resume.education_list.end_time_v2");
  }

  @Test
  void aTaskWithoutAResumeInFieldsIsToldOfNoneOfThem() {
    Refused refused = new Refused(Refusal.GRADUATION_TIME_MISSING, 1002513, null, List.of());

    BpmnError outcome = (BpmnError) reactions.to(refused, Attempts.first());

    assertThat(outcome.error().fields()).isEmpty();
  }

  @Test
  void aRefusalWithoutALogIdSaysNothingOfOne() {
    Refused refused = new Refused(Refusal.CITY_NOT_FOUND, 1002011, null, List.of());

    BpmnError outcome = (BpmnError) reactions.to(refused, Attempts.first());

    assertThat(outcome.error().message()).contains("1002011").doesNotContain("log id", "null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WEBSITE_NOT_FOUND         | website_id
          WEBSITE_USER_NOT_FOUND    | user_id
          JOB_POST_NOT_FOUND        | job_post_id
          CITY_NOT_FOUND            | application_preferred_city_code_list
          INVALID_MOBILE            | mobile_country_code mobile
          RESUME_UNREADABLE         | resume_file_id
          INVALID_PARAMETER         | ''
          DUPLICATE_APPLICATION     | ''
          APPLICATION_LIMIT_REACHED | ''
          TASK_NOT_FOUND            | ''
          REJECTED                  | ''
          """)
  void namesTheInputsOfThisTaskWhereFeishuNamesNone(Refusal refusal, String names) {
    List<String> expected = names.isEmpty() ? List.of() : List.of(names.split(" "));

    BpmnError outcome =
        (BpmnError) reactions.to(new Refused(refusal, 1002999, null, List.of()), Attempts.first());

    assertThat(outcome.error().fields()).isEqualTo(expected);
    assertThat(expected).allMatch(outcome.error().message()::contains);
  }

  @ParameterizedTest
  @EnumSource
  void anInputWeRefuseIsNamedInABpmnError(Problem problem) {
    InvalidInputException invalid = new InvalidInputException("some_input", problem);

    BpmnError outcome = (BpmnError) reactions.to(invalid, Attempts.first());

    assertThat(outcome.error().feishuCode()).isZero();
    assertThat(outcome.error().logId()).isNull();
    assertThat(outcome.error().fields()).containsExactly("some_input");
    assertThat(outcome.error().message())
        .startsWith("Submit Website Delivery: some_input ")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "MISSING, FEISHU_HIRE_INVALID_PARAMETER",
    "NUMBER, FEISHU_HIRE_INVALID_PARAMETER",
    "NOT_TEXT, FEISHU_HIRE_INVALID_PARAMETER",
    "NOT_AN_ID, FEISHU_HIRE_INVALID_PARAMETER",
    "NOT_AN_OBJECT, FEISHU_HIRE_INVALID_PARAMETER",
    "NOT_A_LIST_OF_TEXTS, FEISHU_HIRE_INVALID_PARAMETER",
    "MORE_THAN_ONE_CITY, FEISHU_HIRE_INVALID_PARAMETER",
    "UNKNOWN_IDENTIFICATION_TYPE, FEISHU_HIRE_INVALID_PARAMETER",
    "MORE_THAN_ONE_RESUME, FEISHU_HIRE_INVALID_PARAMETER",
    "NOT_A_RESUME, FEISHU_HIRE_INVALID_PARAMETER",
    "NOT_BASE64, FEISHU_HIRE_INVALID_PARAMETER",
    "RESUME_TOO_LARGE_FOR_A_VARIABLE, FEISHU_HIRE_INVALID_PARAMETER",
    "RESUME_EMPTY, FEISHU_HIRE_RESUME_UNREADABLE",
    "RESUME_TOO_LARGE, FEISHU_HIRE_RESUME_UNREADABLE",
    "RESUME_GONE, FEISHU_HIRE_RESUME_UNREADABLE"
  })
  void onlyADocumentThatIsGoneEmptyOrTooLargeIsAnUnreadableResume(Problem problem, String code) {
    InvalidInputException invalid = new InvalidInputException("some_input", problem);

    BpmnError outcome = (BpmnError) reactions.to(invalid, Attempts.first());

    assertThat(outcome.error().code().code()).isEqualTo(code);
  }

  @Test
  void anInputWeRefuseIsAnIncidentWhereTheDesignerWantsIt() {
    InvalidInputException invalid = new InvalidInputException("user_id", Problem.NUMBER);

    Failed outcome = (Failed) reactions.to(invalid, Attempts.with("onRejected", "incident"));

    assertThat(outcome.retries()).isZero();
    assertThat(outcome.message())
        .startsWith("Submit Website Delivery: Site user ID (user_id) ")
        .contains("quotes");
  }

  @ParameterizedTest
  @CsvSource({"DUPLICATE_APPLICATION", "DELIVERY_FAILED", "RESULT_TIMEOUT"})
  void anEndOfADeliveryBringsItsResultAlong(ErrorCode code) {
    Map<String, Object> result = Map.of("delivery_result", "as it was");

    BpmnError outcome = (BpmnError) reactions.ended(code, Attempts.first(), result);

    assertThat(outcome.error().code()).isEqualTo(code);
    assertThat(outcome.error().message()).startsWith("Submit Website Delivery: ").hasLineCount(1);
    assertThat(outcome.variables()).isEqualTo(result);
  }
}

package io.github.feishuhire.worker.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ErrorCodeTest {

  private static final Task SUBMISSION =
      Task.named("Submit", Endpoint.CREATE_BY_ATTACHMENT, Capacity.OF_A_MINUTE);

  @Test
  void areTheCodesProcessesAreBuiltOn() {
    assertThat(ErrorCode.values())
        .extracting(ErrorCode::code)
        .containsExactlyInAnyOrder(
            "FEISHU_HIRE_INVALID_PARAMETER",
            "FEISHU_HIRE_WEBSITE_NOT_FOUND",
            "FEISHU_HIRE_WEBSITE_USER_NOT_FOUND",
            "FEISHU_HIRE_JOB_POST_NOT_FOUND",
            "FEISHU_HIRE_CITY_NOT_FOUND",
            "FEISHU_HIRE_INVALID_MOBILE",
            "FEISHU_HIRE_RESUME_UNREADABLE",
            "FEISHU_HIRE_DUPLICATE_APPLICATION",
            "FEISHU_HIRE_APPLICATION_LIMIT_REACHED",
            "FEISHU_HIRE_DELIVERY_FAILED",
            "FEISHU_HIRE_TASK_NOT_FOUND",
            "FEISHU_HIRE_RESULT_TIMEOUT",
            "FEISHU_HIRE_APPLICATION_NOT_FOUND",
            "FEISHU_HIRE_STAGE_NOT_FOUND",
            "FEISHU_HIRE_STAGE_NOT_ALLOWED",
            "FEISHU_HIRE_TALENT_NOT_FOUND",
            "FEISHU_HIRE_TALENT_LOCKED",
            "FEISHU_HIRE_TALENT_ONBOARDED",
            "FEISHU_HIRE_TAG_NOT_FOUND",
            "FEISHU_HIRE_SUBMISSION_IN_DOUBT",
            "FEISHU_HIRE_REJECTED");
  }

  @ParameterizedTest
  @CsvSource({
    "1002002, FEISHU_HIRE_INVALID_PARAMETER",
    "1002003, FEISHU_HIRE_INVALID_PARAMETER",
    "1002512, FEISHU_HIRE_INVALID_PARAMETER",
    "1002513, FEISHU_HIRE_INVALID_PARAMETER",
    "9499, FEISHU_HIRE_INVALID_PARAMETER",
    "99992402, FEISHU_HIRE_INVALID_PARAMETER",
    "1002502, FEISHU_HIRE_WEBSITE_NOT_FOUND",
    "1002007, FEISHU_HIRE_WEBSITE_USER_NOT_FOUND",
    "1002507, FEISHU_HIRE_WEBSITE_USER_NOT_FOUND",
    "1002509, FEISHU_HIRE_JOB_POST_NOT_FOUND",
    "1002207, FEISHU_HIRE_JOB_POST_NOT_FOUND",
    "1002601, FEISHU_HIRE_JOB_POST_NOT_FOUND",
    "1002011, FEISHU_HIRE_CITY_NOT_FOUND",
    "1002009, FEISHU_HIRE_INVALID_MOBILE",
    "1002104, FEISHU_HIRE_RESUME_UNREADABLE",
    "1002206, FEISHU_HIRE_DUPLICATE_APPLICATION",
    "1002402, FEISHU_HIRE_DUPLICATE_APPLICATION",
    "1002510, FEISHU_HIRE_DUPLICATE_APPLICATION",
    "1002508, FEISHU_HIRE_APPLICATION_LIMIT_REACHED",
    "1002511, FEISHU_HIRE_APPLICATION_LIMIT_REACHED",
    "1002008, FEISHU_HIRE_TASK_NOT_FOUND",
    "1002065, FEISHU_HIRE_REJECTED",
    "1002210, FEISHU_HIRE_REJECTED",
    "1002201, FEISHU_HIRE_REJECTED"
  })
  void followsFromFeishusCode(int feishuCode, String code) {
    assertThat(code(feishuCode, SUBMISSION)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "1002201, FEISHU_HIRE_APPLICATION_NOT_FOUND",
    "1002204, FEISHU_HIRE_STAGE_NOT_FOUND",
    "1002211, FEISHU_HIRE_STAGE_NOT_ALLOWED",
    "1002212, FEISHU_HIRE_STAGE_NOT_ALLOWED",
    "1002220, FEISHU_HIRE_STAGE_NOT_ALLOWED",
    "1002102, FEISHU_HIRE_TALENT_NOT_FOUND",
    "1002208, FEISHU_HIRE_TALENT_NOT_FOUND",
    "1002210, FEISHU_HIRE_TALENT_LOCKED",
    "1002209, FEISHU_HIRE_TALENT_ONBOARDED",
    "1002111, FEISHU_HIRE_TAG_NOT_FOUND",
    "1002112, FEISHU_HIRE_TAG_NOT_FOUND",
    "1002221, FEISHU_HIRE_REJECTED"
  })
  void sayMoreToTheTasksThatCanEndWithThem(int feishuCode, String code) {
    assertThat(code(feishuCode, SUBMISSION.endsWith(ErrorCode.values()))).isEqualTo(code);
  }

  private static String code(int feishuCode, Task task) {
    return ErrorCode.of(Refusal.of(feishuCode).orElseThrow(), task).code();
  }

  @ParameterizedTest
  @EnumSource
  void isNamedAsTheRefusalItComesFrom(Refusal refusal) {
    ErrorCode code = ErrorCode.of(refusal, SUBMISSION.endsWith(ErrorCode.values()));

    assertThat(code.name())
        .isEqualTo(
            switch (refusal) {
              case ALREADY_DONE -> "REJECTED";
              case GRADUATION_TIME_MISSING -> "INVALID_PARAMETER";
              default -> refusal.name();
            });
  }
}

package io.github.feishuhire.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.sandbox.Caller.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SubmitIT {

  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = Caller.of(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void acceptsTheDocumentedExample() {
    Answer answer = caller.submit(Submission.example());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.code()).isZero();
    assertThat(sandbox.tasks().getFirst().id()).isEqualTo(answer.text("/data/task_id"));
  }

  @Test
  void acceptsTheRequiredFieldsAlone() {
    Submission least =
        Submission.example()
            .without(
                "channel_id",
                "application_preferred_city_code_list",
                "mobile_country_code",
                "mobile",
                "email",
                "identification");

    assertThat(caller.submit(least).code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"job_post_id", "user_id", "resume_file_id"})
  void refusesWithoutARequiredField(String field) {
    assertRefused(Submission.example().without(field), 1002002);
    assertRefused(Submission.example().with(field, "\"\""), 1002002);
    assertRefused(Submission.example().with(field, "6960663240925956636"), 1002002);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "channel_id | 6891560630172518670 | 1002002",
        "channel_id | \"1\" | 1002002",
        "application_preferred_city_code_list | \"CT_1\" | 1002002",
        "application_preferred_city_code_list | [1] | 1002002",
        "application_preferred_city_code_list | [\"CT_1\", \"CT_2\"] | 1002002",
        "application_preferred_city_code_list | [\"CT_0\"] | 1002011",
        "mobile_country_code | 86 | 1002002",
        "mobile_country_code | \"86\" | 1002009",
        "mobile_country_code | \"CN_1\" | 1002009",
        "mobile | 13800000000 | 1002002",
        "mobile | \"1234\" | 1002009",
        "mobile | \"1234567890123456\" | 1002009",
        "mobile | \"138-0000-0000\" | 1002009",
        "email | 1 | 1002002",
        "identification | \"1\" | 1002002",
        "identification | {\"identification_type\": \"1\"} | 1002002",
        "identification | {\"identification_type\": 1.0} | 1002002",
        "identification | {\"identification_type\": 7} | 1002002",
        "identification | {\"identification_type\": 8} | 1002002",
        "identification | {\"identification_number\": 1} | 1002002",
        "user_id | \"1\" | 1002007",
        "job_post_id | \"1\" | 1002509",
        "job_post_id | \"6960663240925956639\" | 1002509",
      })
  void refusesAnInvalidField(String field, String value, int code) {
    assertRefused(Submission.example().with(field, value), code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application_preferred_city_code_list | []",
        "application_preferred_city_code_list | [\"CT_1\"]",
        "mobile | \"12345\"",
        "mobile_country_code | \"+1\"",
        "channel_id | null",
        "email | \"\"",
        "identification | {\"identification_type\": 9}",
        "resume_file_id | \"1\"",
      })
  void acceptsAField(String field, String value) {
    assertThat(caller.submit(Submission.example().with(field, value)).code()).isZero();
  }

  @Test
  void refusesAnUnknownWebsite() {
    Answer answer =
        caller.post(
            "/open-apis/hire/v1/websites/1/deliveries/create_by_attachment",
            Submission.example().json());

    assertThat(answer.code()).isEqualTo(1002502);
  }

  private void assertRefused(Submission submission, int code) {
    Answer answer = caller.submit(submission);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(sandbox.tasks()).isEmpty();
  }
}

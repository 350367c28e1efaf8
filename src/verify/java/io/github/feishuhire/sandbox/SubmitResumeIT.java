package io.github.feishuhire.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.sandbox.Caller.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deliveries by a resume in fields. */
final class SubmitResumeIT {

  private static final String SUBMIT = Caller.WEBSITE + "/deliveries/create_by_resume";

  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = Caller.of(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void answersWithTheDelivery() {
    Answer answer = caller.post(SUBMIT, body("{\"name\": \"张三\"}", ""));

    var made = sandbox.applications().getFirst();
    assertThat(answer.text("/data/delivery/application_id")).isEqualTo(made.id());
    assertThat(answer.text("/data/delivery/talent_id")).isEqualTo(made.talentId());
    assertThat(answer.text("/data/delivery/job_post_id")).isEqualTo("6960663240925956636");
    assertThat(answer.text("/data/delivery/id")).matches("\\d{19}");
    assertThat(sandbox.tasks()).isEmpty();
  }

  @Test
  void refusesASecondApplicationOfTheSameTalent() {
    String person = "{\"name\": \"张三\", \"email\": \"foo@bytedance.com\"}";
    Answer first = caller.post(SUBMIT, body(person, ""));
    Answer second = caller.post(SUBMIT, body(person, ""));

    assertThat(first.code()).isZero();
    assertThat(second.code()).isEqualTo(1002206);
    assertThat(sandbox.applications()).hasSize(1);
  }

  @Test
  void knowsTheTalentOfADeliveryByAttachment() {
    Answer first = caller.submit(Submission.example().without("identification"));
    Answer second =
        caller.post(SUBMIT, body("{\"name\": \"张三\", \"email\": \"foo@bytedance.com\"}", ""));

    assertThat(first.code()).isZero();
    assertThat(second.code()).isEqualTo(1002206);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                        | ''                                                  | 1002002
          {"name": 1}                                               | ''                                                  | 1002002
          {"name": "a", "mobile": "12"}                             | ''                                                  | 1002009
          {"name": "a", "mobile_country_code": "+86"}               | ''                                                  | 1002009
          {"name": "a", "identification": {"identification_type": 7}} | ''                                                | 1002002
          {"name": "a"}     | , "application_preferred_city_code_list": ["CT_0"]                                          | 1002011
          {"name": "a"}     | , "channel_id": "1"                                                                         | 1002002
          """)
  void refusesAnInvalidField(String basicInfo, String more, int code) {
    assertThat(caller.post(SUBMIT, body(basicInfo, more)).code()).isEqualTo(code);
    assertThat(sandbox.applications()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name": "a", "mobile": "13800000000", "mobile_country_code": "CN_1"} | ''
          {"name": "a"}     | , "application_preferred_city_code_list": ["CT_1", "CT_2"]
          """)
  void acceptsAField(String basicInfo, String more) {
    assertThat(caller.post(SUBMIT, body(basicInfo, more)).code()).isZero();
  }

  @Test
  void needsAResume() {
    String noResume =
        "{\"job_post_id\": \"6960663240925956636\", \"user_id\": \"6960663240925956634\"}";

    assertThat(caller.post(SUBMIT, noResume).code()).isEqualTo(1002002);
  }

  private static String body(String basicInfo, String more) {
    return """
    {
      "job_post_id": "6960663240925956636",
      "user_id": "6960663240925956634",
      "resume": {"basic_info": %s}%s
    }
    """
        .formatted(basicInfo, more);
  }
}

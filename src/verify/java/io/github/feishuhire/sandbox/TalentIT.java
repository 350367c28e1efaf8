package io.github.feishuhire.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.sandbox.Caller.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How talents are found, and their tags. */
final class TalentIT {

  private static final String FIND = "/open-apis/hire/v1/talents/batch_get_id";
  private static final String TAGS = "/open-apis/hire/v1/talent_tags";
  private static final String PRIORITY = "6960663240925956661";
  private static final String INACTIVE = "6960663240925956664";

  private final MovableClock clock = new MovableClock();
  private final Sandbox sandbox = Sandbox.start(SandboxSettings.DEFAULT.withClock(clock));
  private final Caller caller = Caller.of(sandbox);

  @BeforeEach
  void apply() {
    assertThat(caller.submit(Submission.example()).code()).isZero();
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"mobile_number_list": ["182900291190"]}                                             | 1
          {"mobile_code": "86", "mobile_number_list": ["1", "182900291190"]}                   | -1
          {"mobile_code": "65", "mobile_number_list": ["182900291190"]}                        | 0
          {"email_list": ["foo@bytedance.com"]}                                                | 1
          {"email_list": ["other@bytedance.com"]}                                              | 0
          {"identification_type": 1, "identification_number_list": ["11002030131312312"]}      | 1
          {"identification_type": 2, "identification_number_list": ["11002030131312312"]}      | 0
          {"mobile_number_list": ["182900291190"], "email_list": ["foo@bytedance.com"]}        | 1
          {"mobile_number_list": ["182900291190"], "email_list": ["other@bytedance.com"]}      | 0
          {}                                                                                   | 0
          """)
  void meetsEveryCriterionThatIsGiven(String criteria, int found) {
    Answer answer = caller.post(FIND, criteria);

    if (found < 0) {
      assertThat(answer.code()).isEqualTo(1002009);
    } else {
      assertThat(answer.json().at("/data/talent_list")).hasSize(found);
    }
  }

  @Test
  void repeatsWhatWasAskedForAndNothingElse() {
    Answer answer = caller.post(FIND, "{\"email_list\": [\"foo@bytedance.com\"]}");

    assertThat(answer.json().at("/data/talent_list/0").toString())
        .isEqualTo(
            "{\"talent_id\":\"%s\",\"email\":\"foo@bytedance.com\",\"is_onboarded\":false}"
                .formatted(sandbox.applications().getFirst().talentId()));
  }

  @Test
  void findsTwoWhoShareAMobileNumber() {
    var other = Submission.example().with("identification", "{\"identification_number\": \"2\"}");
    assertThat(caller.submit(other.with("email", "\"b@example.com\"")).code()).isZero();

    assertThat(
            caller
                .post(FIND, "{\"mobile_number_list\": [\"182900291190\"]}")
                .json()
                .at("/data/talent_list"))
        .hasSize(2);
  }

  @Test
  void addsATagOnceAndTakesItAwayOnce() {
    assertThat(tag(1, PRIORITY)).isZero();
    assertThat(tag(1, PRIORITY)).isEqualTo(1002113);
    assertThat(sandbox.talents().getFirst().tags()).hasSize(1);
    assertThat(tag(2, PRIORITY)).isZero();
    assertThat(tag(2, PRIORITY)).isEqualTo(1002114);
    assertThat(sandbox.talents().getFirst().tags()).isEmpty();
  }

  @Test
  void refusesTagsThatCannotBeUsed() {
    assertThat(tag(1, "1")).isEqualTo(1002111);
    assertThat(tag(1, INACTIVE)).isEqualTo(1002112);
    assertThat(tag(3, PRIORITY)).isEqualTo(99992402);
    assertThat(
            caller
                .post(
                    "/open-apis/hire/v1/talents/1/tag",
                    "{\"operation\": 1, \"tag_id_list\": [\"%s\"]}".formatted(PRIORITY))
                .code())
        .isEqualTo(1002102);
  }

  @Test
  void listsTheTagsInUse() {
    assertThat(caller.get(TAGS).json().at("/data/items")).hasSize(3);
    assertThat(caller.get(TAGS + "?include_inactive=true").json().at("/data/items")).hasSize(4);
    Answer found = caller.get(TAGS + "?keyword=Pool");
    assertThat(found.json().at("/data/items")).hasSize(1);
    assertThat(found.text("/data/items/0/name/zh_cn")).isEqualTo("人才储备");
  }

  private int tag(int operation, String tagId) {
    String talent = sandbox.applications().getFirst().talentId();
    return caller
        .post(
            "/open-apis/hire/v1/talents/" + talent + "/tag",
            "{\"operation\": %d, \"tag_id_list\": [\"%s\"]}".formatted(operation, tagId))
        .code();
  }
}

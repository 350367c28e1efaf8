package io.github.feishuhire.worker.delivery;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import io.github.feishuhire.worker.job.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SubmitWebsiteDeliveryTest {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(JsonInclude.Value.construct(NON_NULL, NON_NULL))
          .build();

  /** The request body of Feishu's own example, every optional field included. */
  private static final String DOCUMENTED =
      """
      {
        "job_post_id": "6960663240925956636",
        "user_id": "6960663240925956634",
        "resume_file_id": "7095614894070434092",
        "channel_id": "6891560630172518670",
        "application_preferred_city_code_list": ["CT_100121"],
        "mobile_country_code": "+86",
        "mobile": "182900291190",
        "email": "foo@bytedance.com",
        "identification": {
          "identification_type": 1,
          "identification_number": "11002030131312312"
        }
      }
      """;

  private static final String REQUIRED =
      """
      {
        "job_post_id": "6960663240925956636",
        "user_id": "6960663240925956634",
        "resume_file_id": "7095614894070434092"
      }
      """;

  private final Operation<?> operation = SubmitWebsiteDelivery.operation();

  @Test
  void isNeverRepeatedByItself() {
    assertThat(operation.repeatable()).isFalse();
    assertThat(operation.output()).isEqualTo("task_id");
    assertThat(operation.inputs())
        .containsExactlyInAnyOrder(
            "website_id",
            "job_post_id",
            "user_id",
            "resume_file_id",
            "channel_id",
            "application_preferred_city_code_list",
            "mobile_country_code",
            "mobile",
            "email",
            "identification");
  }

  @Test
  void fetchesItsInputsAndItsOwnNotesAndNothingElse() {
    assertThat(operation.subscription().variables())
        .containsAll(operation.inputs())
        .contains("feishu_hire_submission")
        .filteredOn(name -> !operation.inputs().contains(name))
        .allMatch(name -> name.startsWith("feishu_hire_"));
  }

  @Test
  void bindsTheDocumentedExample() {
    JsonNode bound = bind(variables(DOCUMENTED));

    assertThat(bound.path("website_id").textValue()).isEqualTo("7047318856652261676");
    assertThat(bound.path("draft")).isEqualTo(json(DOCUMENTED));
  }

  @Test
  void bindsWhatIsRequiredAlone() {
    assertThat(bind(variables(REQUIRED)).path("draft")).isEqualTo(json(REQUIRED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "channel_id",
        "application_preferred_city_code_list",
        "mobile_country_code",
        "mobile",
        "email",
        "identification"
      })
  void leavesOutEachOptionalInputThatIsNullOrBlank(String name) {
    ObjectNode asNull = variables(REQUIRED).putNull(name);
    ObjectNode asBlank = variables(REQUIRED).put(name, " ");

    assertThat(bind(asNull).path("draft")).isEqualTo(json(REQUIRED));
    assertThat(bind(asBlank).path("draft")).isEqualTo(json(REQUIRED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"website_id", "job_post_id", "user_id", "resume_file_id"})
  void refusesEachRequiredInputThatIsMissing(String name) {
    ObjectNode variables = variables(DOCUMENTED);
    variables.remove(name);

    InvalidInputException refusal = refusal(variables);

    assertThat(refusal.name()).isEqualTo(name);
    assertThat(refusal.problem()).isEqualTo(Problem.MISSING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "website_id",
        "job_post_id",
        "user_id",
        "resume_file_id",
        "channel_id",
        "application_preferred_city_code_list",
        "mobile_country_code",
        "mobile",
        "email"
      })
  void refusesANumberWhereTextIsDue(String name) {
    InvalidInputException refusal = refusal(variables(DOCUMENTED).put(name, 6960663240925956636L));

    assertThat(refusal.name()).isEqualTo(name);
    assertThat(refusal.problem()).isEqualTo(Problem.NUMBER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"CT_100121\"", "[\"CT_100121\"]", "[\" CT_100121 \"]"})
  void takesOneCityAsTextOrAsAList(String cities) {
    ObjectNode variables = variables(DOCUMENTED);
    variables.set("application_preferred_city_code_list", json(cities));

    assertThat(bind(variables).path("draft")).isEqualTo(json(DOCUMENTED));
  }

  @Test
  void takesAListOfNoCityAsAbsent() {
    ObjectNode variables = variables(REQUIRED);
    variables.putArray("application_preferred_city_code_list");

    assertThat(bind(variables).path("draft")).isEqualTo(json(REQUIRED));
  }

  @Test
  void refusesTwoCities() {
    ObjectNode variables = variables(DOCUMENTED);
    variables.putArray("application_preferred_city_code_list").add("CT_1").add("CT_2");

    InvalidInputException refusal = refusal(variables);

    assertThat(refusal.name()).isEqualTo("application_preferred_city_code_list");
    assertThat(refusal.problem()).isEqualTo(Problem.MORE_THAN_ONE_CITY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"identification_type":"1","identification_number":"E1"} | {"identification_type":1,"identification_number":"E1"}
          {"identification_type":1,"identification_number":"E1"}   | {"identification_type":1,"identification_number":"E1"}
          {"identification_type":" 2 "}                            | {"identification_type":2}
          {"identification_type":"3"}                              | {"identification_type":3}
          {"identification_type":4}                                | {"identification_type":4}
          {"identification_type":"5"}                              | {"identification_type":5}
          {"identification_type":6}                                | {"identification_type":6}
          {"identification_type":"9"}                              | {"identification_type":9}
          {"identification_type":"","identification_number":"E1"}  | {"identification_number":"E1"}
          {"identification_number":"E1"}                           | {"identification_number":"E1"}
          """)
  void bindsAnIdentityDocument(String identification, String expected) {
    ObjectNode variables = variables(REQUIRED);
    variables.set("identification", json(identification));

    assertThat(bind(variables).path("draft").path("identification")).isEqualTo(json(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"identification_type\":null,\"identification_number\":\"\"}",
        "{\"somethingElse\":\"1\"}"
      })
  void takesAnIdentityDocumentOfNothingAsAbsent(String identification) {
    ObjectNode variables = variables(REQUIRED);
    variables.set("identification", json(identification));

    assertThat(bind(variables).path("draft")).isEqualTo(json(REQUIRED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"identification_type":7}              | .identification_type   | UNKNOWN_IDENTIFICATION_TYPE
          {"identification_type":"8"}            | .identification_type   | UNKNOWN_IDENTIFICATION_TYPE
          {"identification_type":0}              | .identification_type   | UNKNOWN_IDENTIFICATION_TYPE
          {"identification_type":-1}             | .identification_type   | UNKNOWN_IDENTIFICATION_TYPE
          {"identification_type":"01"}           | .identification_type   | UNKNOWN_IDENTIFICATION_TYPE
          {"identification_type":"passport"}     | .identification_type   | UNKNOWN_IDENTIFICATION_TYPE
          {"identification_type":99999999999}    | .identification_type   | UNKNOWN_IDENTIFICATION_TYPE
          {"identification_type":true}           | .identification_type   | NOT_TEXT
          {"identification_number":11002030131}  | .identification_number | NUMBER
          {"identification_number":["E1"]}       | .identification_number | NOT_TEXT
          "1"                                    | ''                     | NOT_AN_OBJECT
          """)
  void refusesAnIdentityDocumentThatIsNone(String identification, String member, Problem problem) {
    ObjectNode variables = variables(REQUIRED);
    variables.set("identification", json(identification));

    InvalidInputException refusal = refusal(variables);

    assertThat(refusal.name()).isEqualTo("identification" + member);
    assertThat(refusal.problem()).isEqualTo(problem);
  }

  @Test
  void refusesAWebsiteThatCouldBendTheAddress() {
    InvalidInputException refusal = refusal(variables(REQUIRED).put("website_id", "../x"));

    assertThat(refusal.name()).isEqualTo("website_id");
    assertThat(refusal.problem()).isEqualTo(Problem.NOT_AN_ID);
  }

  @Test
  void leavesItToFeishuToJudgeTheRest() {
    ObjectNode variables = variables(REQUIRED);
    variables.put("mobile", "no number").put("email", "no address").put("user_id", "a/b");
    ObjectNode expected = (ObjectNode) json(REQUIRED);
    expected.put("mobile", "no number").put("email", "no address").put("user_id", "a/b");

    assertThat(bind(variables).path("draft")).isEqualTo(expected);
  }

  private JsonNode bind(ObjectNode variables) {
    return MAPPER.valueToTree(operation.binding().bind(Inputs.of(variables.toString())));
  }

  private InvalidInputException refusal(ObjectNode variables) {
    return catchThrowableOfType(
        InvalidInputException.class,
        () -> operation.binding().bind(Inputs.of(variables.toString())));
  }

  private static ObjectNode variables(String body) {
    return ((ObjectNode) json(body)).put("website_id", "7047318856652261676");
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}

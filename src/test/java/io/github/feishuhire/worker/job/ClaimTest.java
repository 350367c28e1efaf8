package io.github.feishuhire.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.SetVariablesRequest;
import io.github.feishuhire.worker.delivery.SubmitStructuredResume;
import io.github.feishuhire.worker.delivery.SubmitWebsiteDelivery;
import io.github.feishuhire.worker.input.Inputs;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClaimTest {

  private static final Instant NOW = Instant.parse("2024-08-02T03:04:05Z");
  private static final JsonMapper MAPPER = new JsonMapper();

  private static final String OWNER = String.valueOf(VariablesGateway.ELEMENT_INSTANCE);
  private static final VariablesGateway ENGINE = new VariablesGateway();

  @BeforeEach
  void forget() {
    ENGINE.forget();
  }

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  @Test
  void isFreeWhenNobodyHasSubmitted() {
    assertThat(claim(MissingNode.getInstance()).found()).isEqualTo(new ClaimState.Free(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          null                               | 0
          {"state":"released"}               | 0
          {"state":"released","attempt":2}   | 2
          """)
  void isFreeWhenAPersonOrAnEarlierRunReleasedIt(String value, int attempts) {
    assertThat(claim(value).found()).isEqualTo(new ClaimState.Free(attempts));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          {"state":"sent","attempt":1,"at":"2024-08-02T03:04:05Z"}  | 1 | 2024-08-02T03:04:05Z
          {"state":"sent","attempt":3}                              | 3 | -
          {"state":"sent"}                                          | 0 | -
          {"state":"sent","at":7}                                   | 0 | -
          {"state":"sent","at":"yesterday, said Zhang San"}         | 0 | -
          """)
  void isInDoubtWhenAnEarlierRunHasSent(String value, int attempts, String at) {
    Claim claim = claim(value);

    assertThat(claim.found()).isEqualTo(new ClaimState.Sent(attempts, at));
    assertThat(claim.sentAt()).isEqualTo(at);
    assertThat(claim.isTaken()).isFalse();
  }

  @Test
  void isDoneWhenTheSubmissionWasAccepted() {
    assertThat(claim("{\"state\":\"accepted\",\"task_id\":\"f1c2\"}").found())
        .isEqualTo(new ClaimState.Accepted(Map.of("task_id", "f1c2"), true));
  }

  @Test
  void isDoneWithTheApplicationThatAPersonFound() {
    String value = "{\"state\":\"accepted\",\"application_id\":\"7400\"}";
    Map<String, Object> outputs =
        Map.of("application_id", "7400", "task_id", NullNode.getInstance());

    assertThat(claim(value).found()).isEqualTo(new ClaimState.Accepted(outputs, true));
    assertThat(claim(json(value), "delivery").found())
        .isEqualTo(
            new ClaimState.Accepted(Map.of("delivery", Map.of("application_id", "7400")), true));
  }

  @Test
  void isDoneWithAnObjectWhereTheOutputIsOne() {
    JsonNode value =
        json(
            "{\"state\":\"accepted\",\"delivery\":{\"application_id\":\"7400\",\"more\":{\"a\":1}}}");

    assertThat(claim(value, "delivery").found())
        .isEqualTo(
            new ClaimState.Accepted(
                Map.of("delivery", Map.of("application_id", "7400", "more", Map.of("a", 1))),
                true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"7400\"",
        "[]",
        "null",
        "7",
        "true",
        "{\"application_id\":7400}",
        "{\"application_id\":\"Zhang San\"}"
      })
  void isNotDoneWithAnythingElseWhereTheOutputIsAnObject(String delivery) {
    JsonNode value = json("{\"state\":\"accepted\",\"delivery\":%s}".formatted(delivery));

    assertThat(claim(value, "delivery").found()).isEqualTo(new ClaimState.Unreadable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"state\":\"accepted\",\"task_id\":{\"id\":\"f1c2\"}}",
        "\"released\"",
        "\"\"",
        "true",
        "7",
        "[]",
        "{}",
        "{\"state\":\"Released\"}",
        "{\"state\":\"sent \"}",
        "{\"state\":null}",
        "{\"state\":\"accepted\"}",
        "{\"state\":\"accepted\",\"task_id\":\"\"}",
        "{\"state\":\"accepted\",\"task_id\":\" \"}",
        "{\"state\":\"accepted\",\"task_id\":null}",
        "{\"state\":\"accepted\",\"task_id\":\"张三 13900139000\"}",
        "{\"state\":\"accepted\",\"task_id\":\"f1c2\\n\"}",
        "{\"state\":\"accepted\",\"task_id\":\"zhang.san@example.com\"}",
        "{\"state\":\"accepted\",\"task_id\":7}",
        "{\"state\":\"accepted\",\"application_id\":7400}",
        "{\"state\":\"accepted\",\"application_id\":\"Zhang San\"}",
        "{\"state\":\"accepted\",\"task_id\":\"...\",\"application_id\":\"7400\"}",
        "{\"state\":\"accepted\",\"delivery\":\"f1c2\"}"
      })
  void isNeverTakenAsFreeWhenItCannotBeRead(String value) {
    assertThat(claim(value).found()).isEqualTo(new ClaimState.Unreadable());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          null                                                      | 1
          {"state":"released","attempt":2}                          | 3
          {"state":"sent","attempt":1,"at":"2024-08-01T00:00:00Z"}  | 2
          """)
  void saysBeforeASubmissionThatItIsSent(String found, int attempt) {
    Claim claim = claim(found);

    claim.take(NOW);

    assertThat(claim.isTaken()).isTrue();
    assertThat(claim.sentAt()).isEqualTo("2024-08-02T03:04:05Z");
    assertThat(lastSet())
        .isEqualTo(
            json(
                "{\"state\":\"sent\",\"attempt\":%d,\"at\":\"2024-08-02T03:04:05Z\"}"
                    .formatted(attempt)));
  }

  @Test
  void isReleasedForTheNextRun() {
    Claim claim = claim("null");
    claim.take(NOW);

    claim.release();

    assertThat(claim.isTaken()).isFalse();
    assertThat(lastSet().path("state").textValue()).isEqualTo("released");
    assertThat(claim(lastSet()).found()).isEqualTo(new ClaimState.Free(1));
  }

  @Test
  void keepsWhatFeishuAnsweredForTheNextRun() {
    Claim claim = claim("null");
    claim.take(NOW);

    claim.accept(Map.of("task_id", "f1c2"));

    assertThat(lastSet())
        .isEqualTo(json("{\"state\":\"accepted\",\"by\":\"worker\",\"task_id\":\"f1c2\"}"));
    assertThat(claim(lastSet()).found())
        .isEqualTo(new ClaimState.Accepted(Map.of("task_id", "f1c2"), false));
  }

  @Test
  void keepsAnObjectThatFeishuAnswered() {
    Map<String, Object> delivery = Map.of("delivery", Map.of("application_id", "7400"));
    Claim claim = claim(json("null"), "delivery");
    claim.take(NOW);

    claim.accept(delivery);

    assertThat(claim(lastSet(), "delivery").found())
        .isEqualTo(new ClaimState.Accepted(delivery, false));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "2251799813685301"})
  void ofAnotherTaskNeitherEndsNorFreesThisOne(@Nullable String owner) {
    assertThat(
            claim(json("{\"state\":\"accepted\",\"task_id\":\"f1c2\"}"), owner, 0, "task_id")
                .found())
        .isEqualTo(new ClaimState.Free(0));
    assertThat(claim(json("{\"state\":\"released\",\"attempt\":7}"), owner, 0, "task_id").found())
        .isEqualTo(new ClaimState.Free(0));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "2251799813685301"})
  void ofAnotherTaskStaysADoubtAndBecomesOurs(@Nullable String owner) {
    JsonNode doubt = json("{\"state\":\"sent\",\"attempt\":2,\"at\":\"2024-08-01T00:00:00Z\"}");
    Claim claim = claim(doubt, owner, 0, "task_id");

    claim.adopt();

    assertThat(claim.found()).isEqualTo(new ClaimState.Sent(2, "2024-08-01T00:00:00Z"));
    assertThat(lastSet()).isEqualTo(doubt);
  }

  @Test
  void thatIsOursIsNotWrittenAgainToBecomeIt() {
    claim("{\"state\":\"sent\"}").adopt();

    assertThat(ENGINE.received()).isEmpty();
  }

  @Test
  void thatCannotBeReadStaysSoWhenItBecomesOurs() {
    claim(json("\"Zhang San\""), null, 0, "task_id").adopt();

    assertThat(claim(lastSet()).found()).isEqualTo(new ClaimState.Unreadable());
  }

  @Test
  void aYesToAnIncidentOfAnOlderWorkerIsAskedForAgain() {
    JsonNode yes = json("{\"state\":\"accepted\",\"task_id\":\"f1c2\"}");

    assertThat(claim(yes, null, 1, "task_id").found()).isEqualTo(new ClaimState.Unreadable());
  }

  @Test
  void belongsToTheTaskAlone() {
    Claim claim = claim("null");

    claim.take(NOW);
    claim.release();
    claim.take(NOW);
    claim.accept(Map.of("task_id", "f1c2"));

    assertThat(ENGINE.received())
        .hasSize(4)
        .allMatch(SetVariablesRequest::getLocal)
        .allMatch(one -> one.getElementInstanceKey() == VariablesGateway.ELEMENT_INSTANCE);
  }

  private Claim claim(String value) {
    return claim(json(value));
  }

  private Claim claim(JsonNode value) {
    return claim(value, "task_id");
  }

  /** Of the task itself. */
  private static Claim claim(JsonNode value, String output) {
    return claim(value, OWNER, 0, output);
  }

  private static Claim claim(JsonNode value, @Nullable String owner, int tries, String output) {
    ObjectNode variables = MAPPER.createObjectNode();
    variables.set("feishu_hire_submission", value);
    variables.put("feishu_hire_submission_of", owner);
    variables.put("feishu_hire_failed_tries", tries);
    return new Claim(
        Inputs.of(variables.toString()),
        output.equals("task_id")
            ? SubmitWebsiteDelivery.TASK.output()
            : SubmitStructuredResume.TASK.output(),
        VariablesGateway.JOB,
        ENGINE.commands(),
        RestorePoint.NONE);
  }

  /** The claim as the engine has it now; nothing is ever set with it but whose it is. */
  private JsonNode lastSet() {
    JsonNode variables = json(ENGINE.received().getLast().getVariables());
    assertThat(variables.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("feishu_hire_submission", "feishu_hire_submission_of");
    assertThat(variables.path("feishu_hire_submission_of").textValue()).isEqualTo(OWNER);
    return variables.path("feishu_hire_submission");
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}

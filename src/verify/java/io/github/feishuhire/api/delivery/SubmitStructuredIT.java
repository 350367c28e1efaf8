package io.github.feishuhire.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Refusal;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.delivery.Application;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.gateway.RecordedRequest;
import io.github.feishuhire.sandbox.http.Api;
import java.time.Duration;
import java.util.List;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SubmitStructuredIT {

  private static final CallOptions TERMS = CallOptions.patient(Duration.ZERO);
  private static final String RESUME =
      """
      {
        "basic_info": {"name": "张三", "email": "zhang@example.com", "birthday": 631152000000,
                       "gender": null, "mobile": "13800000000", "mobile_country_code": "CN_1"},
        "education_list": [{"school": "北京大学", "end_time_v2": 1719763200000}],
        "customizedThing": {"aB": [1.5, -1]}
      }
      """;

  private final Sandbox sandbox = Sandbox.start();
  private final Deliveries deliveries =
      new FeishuHire(
              Apps.at(sandbox.baseUrl()), QuotaShare.ALONE, HttpSender.create(), Time.system())
          .deliveries();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void sendsTheDocumentedRequestAndTheResumeAsItIs() {
    var draft =
        new StructuredDraft(
            "6960663240925956636",
            "6960663240925956634",
            tree(RESUME),
            List.of("CT_1", "CT_2"),
            "6891560630172518670");

    Delivery delivery = deliveries.submit(Drafts.WEBSITE, draft, TERMS);

    RecordedRequest request = sandbox.requests(Api.CREATE_BY_RESUME).getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path())
        .isEqualTo("/open-apis/hire/v1/websites/7047318856652261676/deliveries/create_by_resume");
    assertThat(request.query()).isEmpty();
    assertThat(request.json())
        .isEqualTo(
            tree(
                """
                {
                  "job_post_id": "6960663240925956636",
                  "user_id": "6960663240925956634",
                  "resume": %s,
                  "application_preferred_city_code_list": ["CT_1", "CT_2"],
                  "channel_id": "6891560630172518670"
                }
                """
                    .formatted(RESUME)));
    Application made = sandbox.applications().getFirst();
    assertThat(delivery)
        .isEqualTo(
            new Delivery(
                made.id(),
                made.talentId(),
                made.jobId(),
                made.jobPostId(),
                made.portalResumeId(),
                made.userId()));
  }

  @Test
  void sendsNoFieldThatIsAbsent() {
    Delivery unused = deliveries.submit(Drafts.WEBSITE, required(), TERMS);

    assertThat(sandbox.requests(Api.CREATE_BY_RESUME).getFirst().json().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("job_post_id", "user_id", "resume");
  }

  @Test
  void aSecondApplicationForTheJobIsRefused() {
    Delivery unused = deliveries.submit(Drafts.WEBSITE, required(), TERMS);

    assertRefused(Refusal.DUPLICATE_APPLICATION, 1002206);
  }

  @ParameterizedTest
  @CsvSource({
    "1002511, APPLICATION_LIMIT_REACHED",
    "1002510, DUPLICATE_APPLICATION",
    "1002513, GRADUATION_TIME_MISSING",
    "1002002, INVALID_PARAMETER",
    "1002999, REJECTED"
  })
  void aRefusalSaysWhatItIsAbout(int code, Refusal refusal) {
    answer(400, "{\"code\":%d,\"msg\":\"\"}".formatted(code));

    assertRefused(refusal, code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"delivery\":null}",
        "{\"delivery\":[]}",
        "{\"delivery\":\"7400000000000000011\"}",
        "{\"delivery\":{\"application_id\":7400000000000000011}}"
      })
  void aReplyWithoutDeliveryIsNoAnswer(String data) {
    answer(200, "{\"code\":0,\"data\":%s}".formatted(data));

    assertThatThrownBy(() -> deliveries.submit(Drafts.WEBSITE, required(), TERMS))
        .isInstanceOfSatisfying(
            FeishuException.class,
            e ->
                assertThat(e.failure())
                    .usingRecursiveComparison()
                    .ignoringFields("logId")
                    .isEqualTo(new Unanswered(Reason.UNREADABLE_REPLY, 200, 0, null)));
  }

  @Test
  void showsNothingOfTheCandidate() {
    assertThat(required()).hasToString("StructuredDraft[]");
  }

  private void assertRefused(Refusal refusal, int code) {
    assertThatThrownBy(() -> deliveries.submit(Drafts.WEBSITE, required(), TERMS))
        .isInstanceOfSatisfying(
            FeishuException.class,
            e ->
                assertThat(e.failure())
                    .usingRecursiveComparison()
                    .ignoringFields("logId")
                    .isEqualTo(new Refused(refusal, code, null, List.of())));
  }

  private void answer(int status, String reply) {
    sandbox.next(
        Api.CREATE_BY_RESUME, Fault.body(status, "application/json", ByteString.encodeUtf8(reply)));
  }

  private static StructuredDraft required() {
    return new StructuredDraft(
        "6960663240925956636", "6960663240925956634", tree(RESUME), null, null);
  }

  private static JsonNode tree(String json) {
    try {
      return new JsonMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}

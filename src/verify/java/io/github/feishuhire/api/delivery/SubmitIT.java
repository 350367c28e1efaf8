package io.github.feishuhire.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.gateway.RecordedRequest;
import io.github.feishuhire.sandbox.http.Api;
import java.time.Duration;
import okio.ByteString;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SubmitIT {

  private static final CallOptions TERMS = CallOptions.patient(Duration.ZERO);
  private static final JsonMapper JSON = JsonMapper.builder().build();

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
  void sendsTheDocumentedRequest() throws JsonProcessingException {
    String taskId = deliveries.submit(Drafts.WEBSITE, Drafts.documented(), TERMS);

    RecordedRequest request = request();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path())
        .isEqualTo(
            "/open-apis/hire/v1/websites/7047318856652261676/deliveries/create_by_attachment");
    assertThat(request.headers())
        .containsEntry("content-type", "application/json; charset=utf-8")
        .doesNotContainKey("transfer-encoding");
    assertThat(request.headers().get("authorization")).matches("Bearer t-[0-9a-f]{32}");
    assertThat(request.json())
        .isEqualTo(
            JSON.readTree(
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
                """));
    assertThat(taskId).isEqualTo(sandbox.tasks().getFirst().id());
  }

  @Test
  void sendsNoFieldThatIsAbsent() throws JsonProcessingException {
    deliveries.submit(Drafts.WEBSITE, Drafts.required(), TERMS);

    assertThat(request().json())
        .isEqualTo(
            JSON.readTree(
                """
                {
                  "job_post_id": "6960663240925956636",
                  "user_id": "6960663240925956634",
                  "resume_file_id": "7095614894070434092"
                }
                """));
  }

  @Test
  void sendsOnlyThePartOfAnIdentificationThatIsThere() {
    DeliveryDraft draft =
        new DeliveryDraft("1", "2", "3", null, null, null, null, null, new Identification(9, null));

    Throwable refused =
        Assertions.catchThrowable(() -> deliveries.submit(Drafts.WEBSITE, draft, TERMS));

    assertThat(refused).isNotNull();
    assertThat(request().json().path("identification").toString())
        .isEqualTo("{\"identification_type\":9}");
  }

  @Test
  void keepsNamesAndNumbersAsTheyAre() {
    DeliveryDraft draft =
        new DeliveryDraft(
            "6960663240925956636",
            "6960663240925956634",
            "7095614894070434092",
            null,
            null,
            null,
            null,
            "欧阳\"😀\\\u2028@例子.中国",
            new Identification(2, "00000000000000000001"));

    deliveries.submit(Drafts.WEBSITE, draft, TERMS);

    assertThat(request().json().path("email").textValue()).isEqualTo("欧阳\"😀\\\u2028@例子.中国");
    assertThat(request().json().at("/identification/identification_number").textValue())
        .isEqualTo("00000000000000000001");
  }

  @Test
  void fetchesOneTokenForManyCalls() {
    deliveries.submit(Drafts.WEBSITE, Drafts.required(), TERMS);
    deliveries.submit(Drafts.WEBSITE, Drafts.required(), TERMS);

    assertThat(sandbox.requests(Api.TENANT_ACCESS_TOKEN)).hasSize(1);
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT))
        .hasSize(2)
        .allMatch(RecordedRequest::executed);
  }

  @Test
  void ignoresWordingAndUnknownFields() {
    sandbox.next(
        Api.CREATE_BY_ATTACHMENT,
        Fault.body(
            200,
            "text/plain",
            ByteString.encodeUtf8(
                """
                {"code": 0, "msg": "failed?!", "message": 3, "error": [], "extra": {"code": 1},
                 "data": {"task_id": "f1c2a0f138ec492d99d7ab73594158ad", "task": {"id": 1}}}
                """)));

    String taskId = deliveries.submit(Drafts.WEBSITE, Drafts.required(), TERMS);

    assertThat(taskId).isEqualTo("f1c2a0f138ec492d99d7ab73594158ad");
  }

  private RecordedRequest request() {
    return sandbox.requests(Api.CREATE_BY_ATTACHMENT).getLast();
  }
}

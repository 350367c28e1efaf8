package io.github.feishuhire.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.gateway.RecordedRequest;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.Body;
import java.time.Duration;
import java.util.stream.Stream;
import okio.ByteString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class TaskIT {

  private static final CallOptions TERMS = CallOptions.patient(Duration.ofSeconds(5));
  private static final String TASK_ID = "f1c2a0f138ec492d99d7ab73594158ad";
  private static final Sandbox SANDBOX = Sandbox.start();

  private final Deliveries deliveries =
      new FeishuHire(
              Apps.at(SANDBOX.baseUrl()), QuotaShare.ALONE, HttpSender.create(), Time.system())
          .deliveries();

  @BeforeEach
  void forget() {
    SANDBOX.clearRequests();
    SANDBOX.clearFaults();
  }

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  @Test
  void sendsTheDocumentedRequest() {
    answer("{\"code\":0,\"msg\":\"success\",\"data\":{}}");

    deliveries.task(Drafts.WEBSITE, TASK_ID, TERMS);

    RecordedRequest request = request();
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.path())
        .isEqualTo(
            "/open-apis/hire/v1/websites/7047318856652261676/delivery_tasks/"
                + "f1c2a0f138ec492d99d7ab73594158ad");
    assertThat(request.headers().get("authorization")).matches("Bearer t-[0-9a-f]{32}");
    assertThat(request.headers()).doesNotContainKey("content-type");
    assertThat(request.body()).isInstanceOf(Body.None.class);
  }

  @ParameterizedTest
  @MethodSource
  void tellsWhatBecameOfADelivery(String data, DeliveryTask expected) {
    answer("{\"code\":0,\"msg\":\"any\"%s}".formatted(data));

    DeliveryTask task = deliveries.task(Drafts.WEBSITE, TASK_ID, TERMS);

    assertThat(task).isEqualTo(expected);
  }

  static Stream<Arguments> tellsWhatBecameOfADelivery() {
    var running = new DeliveryTask.Running();
    var nothingKnown = new Delivery(null, null, null, null, null, null);
    return Stream.of(
        argumentSet("no data", "", running),
        argumentSet("data null", ",\"data\":null", running),
        argumentSet("data empty", ",\"data\":{}", running),
        argumentSet("status null", ",\"data\":{\"status\":null}", running),
        argumentSet("new", ",\"data\":{\"status\":0}", running),
        argumentSet("processing", ",\"data\":{\"status\":1}", running),
        argumentSet(
            "processing, with what only a result has",
            ",\"data\":{\"status\":1,\"status_msg\":\"\",\"delivery\":{\"application_id\":\"1\"}}",
            running),
        argumentSet(
            "success",
            """
            ,"data":{"status":2,"status_msg":"","more":[],"delivery":{
              "application_id":"7400000000000000011","id":"7","job_id":"7400000000000000012",
              "job_post_id":"7400000000000000013","portal_resume_id":"7400000000000000014",
              "user_id":"7400000000000000015","talent_id":"7400000000000000016"}}
            """,
            new DeliveryTask.Succeeded(
                new Delivery(
                    "7400000000000000011",
                    "7400000000000000016",
                    "7400000000000000012",
                    "7400000000000000013",
                    "7400000000000000014",
                    "7400000000000000015"))),
        argumentSet(
            "success without any id",
            ",\"data\":{\"status\":2,\"delivery\":{}}",
            new DeliveryTask.Succeeded(nothingKnown)),
        argumentSet(
            "duplicate, by both",
            """
            ,"data":{"status":3,"status_msg":"same application exist",
                     "extra_info":"7100825663201052972"}
            """,
            new DeliveryTask.Duplicate("7100825663201052972", "same application exist")),
        argumentSet(
            "duplicate, by extra_info in other words",
            ",\"data\":{\"status\":3,\"status_msg\":\"重复投递\",\"extra_info\":\"71008\"}",
            new DeliveryTask.Duplicate("71008", "重复投递")),
        argumentSet(
            "duplicate, by extra_info without words",
            ",\"data\":{\"status\":3,\"extra_info\":\"71008\"}",
            new DeliveryTask.Duplicate("71008", null)),
        argumentSet(
            "duplicate, by status_msg",
            ",\"data\":{\"status\":3,\"status_msg\":\"error: same application exist\"}",
            new DeliveryTask.Duplicate(null, "error: same application exist")),
        argumentSet(
            "duplicate, with blank extra_info",
            ",\"data\":{\"status\":3,\"status_msg\":\"same application exist\",\"extra_info\":\" \"}",
            new DeliveryTask.Duplicate(null, "same application exist")),
        argumentSet(
            "failed",
            ",\"data\":{\"status\":3,\"status_msg\":\"Talent locked\",\"extra_info\":\"\"}",
            new DeliveryTask.Failed("Talent locked")),
        argumentSet(
            "failed without a word", ",\"data\":{\"status\":3}", new DeliveryTask.Failed(null)));
  }

  @ParameterizedTest
  @MethodSource
  void takesNoStatusItCannotUnderstand(String data, Reason reason) {
    answer("{\"code\":0,\"data\":%s}".formatted(data));

    assertThatThrownBy(() -> deliveries.task(Drafts.WEBSITE, TASK_ID, TERMS))
        .isInstanceOfSatisfying(
            FeishuException.class,
            e ->
                assertThat(e.failure())
                    .usingRecursiveComparison()
                    .ignoringFields("logId")
                    .isEqualTo(new Unanswered(reason, 200, 0, null)));
  }

  static Stream<Arguments> takesNoStatusItCannotUnderstand() {
    return Stream.of(
        Arguments.of("{\"status\":4}", Reason.UNKNOWN_STATUS),
        Arguments.of("{\"status\":7}", Reason.UNKNOWN_STATUS),
        Arguments.of("{\"status\":-1}", Reason.UNKNOWN_STATUS),
        Arguments.of("{\"status\":\"2\"}", Reason.UNREADABLE_REPLY),
        Arguments.of("{\"status\":2.5}", Reason.UNREADABLE_REPLY),
        Arguments.of("{\"status\":true}", Reason.UNREADABLE_REPLY),
        Arguments.of("{\"status\":99999999999}", Reason.UNREADABLE_REPLY),
        Arguments.of("{\"status\":2}", Reason.UNREADABLE_REPLY),
        Arguments.of("{\"status\":2,\"delivery\":null}", Reason.UNREADABLE_REPLY),
        Arguments.of("{\"status\":2,\"delivery\":[]}", Reason.UNREADABLE_REPLY),
        Arguments.of(
            "{\"status\":2,\"delivery\":{\"application_id\":7400000000000000011}}",
            Reason.UNREADABLE_REPLY));
  }

  @Test
  void anUnknownTaskIsRefused() {
    assertThatThrownBy(() -> deliveries.task(Drafts.WEBSITE, TASK_ID, TERMS))
        .isInstanceOfSatisfying(
            FeishuException.class,
            e ->
                assertThat(e.failure())
                    .isInstanceOfSatisfying(
                        FeishuFailure.Refused.class,
                        refused -> {
                          assertThat(refused.code()).isEqualTo(1002008);
                          assertThat(refused.logId()).matches("[0-9]{14}[0-9A-F]{20}");
                        }));
  }

  private static void answer(String reply) {
    SANDBOX.next(
        Api.GET_DELIVERY_TASK, Fault.body(200, "application/json", ByteString.encodeUtf8(reply)));
  }

  private static RecordedRequest request() {
    return SANDBOX.requests(Api.GET_DELIVERY_TASK).getLast();
  }
}

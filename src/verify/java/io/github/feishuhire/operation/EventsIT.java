package io.github.feishuhire.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.builder.zeebe.MessageBuilder;
import io.camunda.zeebe.process.test.filters.RecordStream;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.value.MessageRecordValue;
import io.github.feishuhire.faults.engine.Method;
import io.github.feishuhire.operation.FeishuPush.Answer;
import io.github.feishuhire.testbed.process.FreePort;
import io.grpc.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events come in at the webhook of the running connector, and processes go on. */
final class EventsIT {

  private static final String APP = "cli_events";
  private static final String LARK = "cli_lark";
  private static final String STAGE = "hire.application.stage_changed_v1";
  private static final String PATH = "/feishu/events";

  private static final String PROCESSES =
      """
      {"code": 0, "data": {"has_more": %s, "page_token": "%s", "items": [
        {"id": "1", "zh_name": "社招", "type": 1, "stage_list": [
          {"id": "%s", "zh_name": "面试", "en_name": "Interview", "type": 4}]}]}}
      """;

  private static MockWebServer feishu;
  private static RunningConnector connector;
  private static FeishuPush push;
  private static int events;
  private static volatile Duration pause = Duration.ZERO;

  @BeforeAll
  static void start() throws IOException {
    feishu = new MockWebServer();
    feishu.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String path = Objects.requireNonNull(request.getUrl()).encodedPath();
            String body =
                path.endsWith("/job_processes")
                    ? page(request.getUrl().queryParameter("page_token"))
                    : "{\"code\": 0, \"tenant_access_token\": \"t-1\", \"expire\": 7200}";
            return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json; charset=utf-8")
                .body(body)
                .headersDelay(
                    path.endsWith("/job_processes") ? pause.toMillis() : 0, TimeUnit.MILLISECONDS)
                .build();
          }
        });
    feishu.start();
    int port = FreePort.find();
    String baseUrl = "http://127.0.0.1:" + feishu.getPort();
    connector =
        RunningConnector.start(
            "--feishu.base-url=" + baseUrl,
            "--feishu.app-id=" + APP,
            "--feishu.app-secret=secret",
            "--feishu.events.mode=webhook",
            "--feishu.events.port=" + port,
            "--feishu.events.encrypt-key=" + FeishuPush.ENCRYPT_KEY,
            "--feishu.events.verification-token=" + FeishuPush.TOKEN,
            "--feishu.connections.lark.base-url=" + baseUrl,
            "--feishu.connections.lark.app-id=" + LARK,
            "--feishu.connections.lark.app-secret=secret",
            "--feishu.connections.lark.events.mode=webhook",
            "--feishu.connections.lark.events.verification-token=" + FeishuPush.TOKEN,
            "--feishu.connections.lark.events.types=hire.talent.deleted_v1",
            "--feishu.connections.second.base-url=" + baseUrl,
            "--feishu.connections.second.app-id=cli_second",
            "--feishu.connections.second.app-secret=secret",
            "--management.server.port=0");
    push = new FeishuPush(port);
    var twice =
        Bpmn.createExecutableProcess("twice")
            .startEvent()
            .intermediateCatchEvent("first", event -> event.message(EventsIT::stageChanged))
            .intermediateCatchEvent("second", event -> event.message(EventsIT::stageChanged))
            .endEvent("end")
            .done();
    connector
        .client()
        .newDeployResourceCommand()
        .addProcessModel(twice, "twice.bpmn")
        .send()
        .join();
  }

  private static void stageChanged(MessageBuilder message) {
    message
        .name("feishu-hire:application-stage-changed")
        .zeebeCorrelationKeyExpression("application_id");
  }

  /** Two pages, of a stage each. */
  private static String page(@Nullable String token) {
    return token == null
        ? PROCESSES.formatted("true", "next", "61")
        : PROCESSES.formatted("false", "", "62");
  }

  @AfterAll
  static void stop() {
    push.close();
    connector.close();
    feishu.close();
  }

  @BeforeEach
  void beAtOnce() {
    pause = Duration.ZERO;
  }

  private static String newId() {
    events++;
    return "event-" + events;
  }

  private static String stageChanged(String id, String application, String stage) {
    return FeishuPush.event(
        id,
        STAGE,
        APP,
        """
        {"application_id":"%s","origin_stage_id":"61","target_stage_id":"%s","update_time":1}"""
            .formatted(application, stage));
  }

  private static long waiting(String application) {
    return connector.start("twice", Map.of("application_id", application));
  }

  private static List<Record<MessageRecordValue>> messages(String id) {
    return StreamSupport.stream(
            RecordStream.of(connector.engine().getRecordStreamSource())
                .messageRecords()
                .spliterator(),
            false)
        .filter(record -> record.getIntent() == MessageIntent.PUBLISHED)
        .filter(record -> record.getValue().getMessageId().startsWith(id))
        .toList();
  }

  @Test
  void anEventMovesAProcessOnAndTheSameOnceMoreDoesNot() {
    String first = newId();
    long instance = waiting("7101");

    assertThat(push.push(PATH, stageChanged(first, "7101", "62"))).isEqualTo(new Answer(200, "{}"));
    await().until(() -> connector.journal().completed(instance).contains("first"));
    assertThat(push.push(PATH, stageChanged(first, "7101", "62")).status()).isEqualTo(200);

    assertThat(messages(first)).hasSize(1);
    assertThat(connector.journal().hasEnded(instance)).isFalse();

    assertThat(push.push(PATH, stageChanged(newId(), "7101", "61")).status()).isEqualTo(200);
    connector.awaitEnd(instance);
    JsonNode event = connector.journal().variables(instance).path("feishu_hire_event");
    assertThat(event.path("application_id").textValue()).isEqualTo("7101");
    assertThat(Instant.parse(event.path("time").textValue()))
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(event.path("target_stage").toString())
        .isEqualTo(
            """
            {"id":"61","name":{"zh_cn":"面试","en_us":"Interview"},"type":"interview"}""");
    assertThat(
            connector.log().lines().stream()
                .filter(line -> line.logger().equals("io.github.feishuhire.event"))
                .map(LogCapture.Line::text)
                .filter(text -> text.contains("Event " + first + ":")))
        .hasSize(2)
        .allMatch(text -> text.contains("7101"))
        .noneMatch(text -> text.contains("Interview"));
  }

  @Test
  void anEventThatComesBeforeTheProcessWaitsIsKept() {
    assertThat(push.push(PATH, stageChanged(newId(), "7102", "62")).status()).isEqualTo(200);
    assertThat(push.push(PATH, stageChanged(newId(), "7102", "62")).status()).isEqualTo(200);

    connector.awaitEnd(waiting("7102"));
  }

  @Test
  void anEventIsPushedAgainWhileTheEngineIsAwayAndIsThenOneMessage() {
    String id = newId();
    long instance = waiting("7103");
    connector.gateway().cut();
    Instant begun = Instant.now();

    assertThat(push.push(PATH, stageChanged(id, "7103", "62"))).isEqualTo(new Answer(503, ""));

    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(3));
    assertThat(health()).contains("\"later at ").contains("DOWN");
    connector.gateway().heal();
    await()
        .atMost(RunningConnector.PATIENCE)
        .until(() -> push.push(PATH, stageChanged(id, "7103", "62")).status() == 200);
    await().until(() -> connector.journal().completed(instance).contains("first"));
    assertThat(push.push(PATH, stageChanged(id, "7103", "62")).status()).isEqualTo(200);
    assertThat(messages(id)).hasSize(1);
    assertThat(connector.journal().hasEnded(instance)).isFalse();
    assertThat(health()).contains("\"duplicate at ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PERMISSION_DENIED", "RESOURCE_EXHAUSTED"})
  void anEventThatTheEngineRefusesIsPushedAgain(Status.Code code) {
    String id = newId();
    connector.gateway().refuse(Method.OTHER, code.toStatus().withDescription("told too much"));

    int status = push.push(PATH, stageChanged(id, "7104", "62")).status();
    connector.gateway().accept(Method.OTHER);

    assertThat(status).isEqualTo(503);
    assertThat(push.push(PATH, stageChanged(id, "7104", "62")).status()).isEqualTo(200);
    assertThat(messages(id)).hasSize(1);
    assertThat(connector.log().lines())
        .extracting(LogCapture.Line::text)
        .anyMatch(text -> text.contains("Event " + id) && text.contains(code.name()))
        .noneMatch(text -> text.contains("told too much"));
  }

  @Test
  void anApplicationEachOfAnEventAboutSeveral() {
    String id = newId();
    String deleted =
        FeishuPush.event(
            id,
            "hire.application.deleted_v1",
            APP,
            "{\"application_ids\":[\"7105\",\"7106\",\"7107\"]}");

    assertThat(push.push(PATH, deleted).status()).isEqualTo(200);
    assertThat(push.push(PATH, deleted).status()).isEqualTo(200);

    assertThat(messages(id))
        .extracting(record -> record.getValue().getCorrelationKey())
        .containsExactlyInAnyOrder("7105", "7106", "7107");
    assertThat(messages(id))
        .allMatch(record -> record.getValue().getName().equals("feishu-hire:application-deleted"));
  }

  @Test
  void anEventThatNobodyWantsIsTaken() {
    String unknown = newId();
    String unwanted = newId();

    assertThat(
            push.push(PATH, FeishuPush.event(unknown, "hire.eco_exam.created_v1", APP, "{}"))
                .status())
        .isEqualTo(200);
    assertThat(
            push.unsigned(
                    PATH + "/lark",
                    FeishuPush.event(
                        unwanted, "hire.offer.status_changed_v1", LARK, "{\"offer_id\":\"1\"}"))
                .status())
        .isEqualTo(200);

    assertThat(messages(unknown)).isEmpty();
    assertThat(messages(unwanted)).isEmpty();
    assertThat(scrape())
        .contains(
            "feishu_hire_events_total{connection=\"default\",result=\"dropped\",type=\"other\"}");
  }

  @Test
  void aConnectionHasAPathOfItsOwn() {
    String id = newId();
    String event = FeishuPush.event(id, "hire.talent.deleted_v1", LARK, "{\"talent_id\":\"7108\"}");

    assertThat(push.unsigned(PATH + "/lark", event).status()).isEqualTo(200);
    assertThat(push.push(PATH, event).status()).as("of another app").isEqualTo(401);

    assertThat(messages(id)).hasSize(1);
    assertThat(messages(id).getFirst().getValue().getCorrelationKey()).isEqualTo("7108");
  }

  @Test
  void aMessageComesInTimeWithoutNamesThatDoNot() {
    pause = Duration.ofSeconds(5);
    String id = newId();
    Instant begun = Instant.now();

    assertThat(push.push(PATH, stageChanged(id, "7109", "a-new-stage")).status()).isEqualTo(200);

    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(3));
    assertThat(messages(id).getFirst().getValue().getVariables())
        .extractingByKey("feishu_hire_event")
        .asString()
        .contains("target_stage={id=a-new-stage}");
  }

  @Test
  void theAddressIsProvedToFeishuInASecond() {
    String challenge =
        "{\"challenge\":\"c-1\",\"token\":\"%s\",\"type\":\"url_verification\"}"
            .formatted(FeishuPush.TOKEN);
    Instant begun = Instant.now();

    assertThat(push.unsigned(PATH, FeishuPush.encrypted(challenge)))
        .isEqualTo(new Answer(200, "{\"challenge\":\"c-1\"}"));

    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(1));
    assertThat(push.unsigned(PATH + "/lark", challenge).status()).isEqualTo(200);
  }

  @Test
  void whatIsNotFeishusIsRefusedWithoutAWord() {
    String id = newId();
    String body = FeishuPush.encrypted(stageChanged(id, "7110", "62"));

    assertThat(push.post(PATH, body, "0".repeat(64))).isEqualTo(new Answer(401, ""));
    assertThat(push.unsigned(PATH, body)).isEqualTo(new Answer(401, ""));
    assertThat(push.post(PATH, "{}", FeishuPush.signature("{}"))).isEqualTo(new Answer(400, ""));
    String large = " ".repeat(1024 * 1024 + 1);
    assertThat(push.post(PATH, large, FeishuPush.signature(large))).isEqualTo(new Answer(413, ""));

    assertThat(messages(id)).isEmpty();
    assertThat(scrape())
        .contains("feishu_hire_events_refused_total{connection=\"default\",reason=\"signature\"}")
        .doesNotContain(
            "feishu_hire_events_refused_total{connection=\"default\",reason=\"signature\"} 0.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/actuator/health",
        "/actuator/prometheus",
        "/feishu",
        "/feishu/events/",
        "/feishu/events/default",
        "/feishu/events/second",
        "/feishu/events/%2e%2e/events/lark/x"
      })
  void nothingElseIsThere(String path) {
    assertThat(push.unsigned(path, "{}").status()).isIn(400, 404);
    assertThat(push.unsigned(path, "{}").body()).isEmpty();
    assertThat(push.get(path).body()).isEmpty();
  }

  @Test
  void nothingIsToldToWhoOnlyLooks() {
    assertThat(push.get(PATH)).isEqualTo(new Answer(405, ""));
  }

  @Test
  void whereHealthIsServedNoEventIsTaken() {
    int port =
        connector
            .context()
            .getEnvironment()
            .getRequiredProperty("local.server.port", Integer.class);
    try (FeishuPush elsewhere = new FeishuPush(port)) {
      assertThat(elsewhere.push(PATH, stageChanged(newId(), "7111", "62")).status()).isEqualTo(404);
    }
  }

  @Test
  void itIsSeenWhatBecomesOfEvents() {
    push.push(PATH, stageChanged(newId(), "7112", "62"));

    assertThat(scrape())
        .contains("feishu_hire_events_received_total{connection=\"default\"}")
        .contains(
            "feishu_hire_events_total{connection=\"default\",result=\"published\",type=\"" + STAGE)
        .contains("feishu_hire_event_delay_seconds_count{connection=\"default\",type=\"" + STAGE)
        .contains("feishu_hire_events_refused_total{connection=\"lark\",reason=\"token\"} 0.0");
    assertThat(health()).contains("\"mode\":\"webhook\"").doesNotContain("second");
  }

  private static String scrape() {
    return connector.get("local.management.port", "/actuator/prometheus").body();
  }

  private static String health() {
    String all = connector.get("local.management.port", "/actuator/health").body();
    try {
      return new ObjectMapper().readTree(all).at("/components/events").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

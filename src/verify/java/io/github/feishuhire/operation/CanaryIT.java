package io.github.feishuhire.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import io.github.feishuhire.faults.engine.Method;
import io.github.feishuhire.sandbox.ReservedValue;
import io.github.feishuhire.sandbox.ReservedValues;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.token.App;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.StandIn;
import io.github.feishuhire.testbed.feishu.Turn;
import io.github.feishuhire.testbed.feishu.Wire;
import io.github.feishuhire.testbed.feishu.Wires;
import io.github.feishuhire.testbed.process.FreePort;
import io.grpc.Status;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okio.ByteString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Marked values go through everything that can become of a job, with every logger at TRACE. None of
 * them is found where an operator, or whoever reads the operator's screen, could see it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class CanaryIT {

  private static final String WEBSITE = "7047318856652261676";

  /** The engine of the test itself: what it logs, Camunda would log elsewhere. */
  private static final String FORGED = "2026-01-01 ERROR forged";

  private static final List<String> ENGINE =
      List.of("io.camunda.zeebe", "io.camunda.process", "org.camunda", "io.atomix");

  private static final String ALL =
      String.join(
          " ",
          Canaries.SECRET,
          Canaries.NAME,
          Canaries.MOBILE,
          Canaries.EMAIL,
          Canaries.NUMBER,
          Canaries.FILE);

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Canaries CANARIES = new Canaries();
  private static final Set<Long> INSTANCES = new HashSet<>();
  private static final Set<Map.Entry<String, JsonNode>> INPUTS = new HashSet<>();

  private static Sandbox sandbox;
  private static StandIn rawFeishu;
  private static Collector collector;
  private static RunningConnector connector;
  private static FeishuPush push;
  private static int processes;

  @BeforeAll
  static void sendThemThroughEverything() {
    sandbox =
        Sandbox.start(
            SandboxSettings.DEFAULT
                .withoutRateLimits()
                .withTaskDuration(Duration.ofMillis(200))
                .withApp(
                    new App("cli_canary", Canaries.SECRET, SandboxSettings.DEFAULT_APP.scopes())));
    rawFeishu = new StandIn();
    collector = new Collector();
    int eventPort = FreePort.find();
    push = new FeishuPush(eventPort);
    CANARIES.lookFor(FeishuPush.ENCRYPT_KEY);
    CANARIES.lookFor(FeishuPush.TOKEN);
    processes = 0; // should the class be run again
    INSTANCES.clear();
    connector = RunningConnector.start(settings(eventPort).toArray(String[]::new));

    successes();
    refusedInputs();
    otherConnections();
    answersThatRepeatWhatWasSent();
    refusedCommands();
    events();
    jobsThatAreGone();
    anEngineOutOfReach();
    everyReservedValue();
    brokenConnections();
    awaitAtLeastOneLineEach();
    sandbox.close();
    sandbox.requests().stream()
        .map(request -> request.headers().get("authorization"))
        .filter(Objects::nonNull)
        .distinct()
        .forEach(header -> CANARIES.lookFor(header.substring("Bearer ".length())));
  }

  @AfterAll
  static void stop() {
    push.close();
    connector.close();
    collector.close();
    rawFeishu.close();
    sandbox.close();
  }

  /** Each scenario has a connection of its own, so that none waits because of another. */
  private static List<String> settings(int eventPort) {
    List<String> settings = new ArrayList<>();
    settings.add("--logging.level.root=TRACE");
    settings.add("--spring.profiles.active=tracing");
    settings.add("--management.otlp.tracing.endpoint=" + collector.endpoint());
    ENGINE.forEach(logger -> settings.add("--logging.level." + logger + "=INFO"));
    settings.add("--feishu.base-url=" + sandbox.baseUrl());
    settings.add("--feishu.app-id=cli_canary");
    settings.add("--feishu.app-secret=" + Canaries.SECRET);
    settings.add("--feishu.events.mode=webhook");
    settings.add("--feishu.events.port=" + eventPort);
    settings.add("--feishu.events.encrypt-key=" + FeishuPush.ENCRYPT_KEY);
    settings.add("--feishu.events.verification-token=" + FeishuPush.TOKEN);
    settings.add("--feishu.resume-urls.allowed-hosts=files.invalid.example");
    for (int i = 0; i < 200; i++) {
      settings.add("--feishu.connections.c" + i + ".base-url=" + sandbox.baseUrl());
      settings.add("--feishu.connections.c" + i + ".app-id=cli_canary");
      settings.add("--feishu.connections.c" + i + ".app-secret=" + Canaries.SECRET);
    }
    settings.add("--feishu.connections.wrong.base-url=" + sandbox.baseUrl());
    settings.add("--feishu.connections.wrong.app-id=cli_canary");
    settings.add("--feishu.connections.wrong.app-secret=" + Canaries.WRONG_SECRET);
    settings.add("--feishu.connections.raw.base-url=" + rawFeishu.baseUrl("raw"));
    settings.add("--feishu.connections.raw.app-id=cli_raw");
    settings.add("--feishu.connections.raw.app-secret=" + Canaries.SECRET);
    settings.add("--feishu.connections.nobody.base-url=http://127.0.0.1:1");
    settings.add("--feishu.connections.nobody.app-id=cli_nobody");
    settings.add("--feishu.connections.nobody.app-secret=" + Canaries.SECRET);
    return settings;
  }

  private static void successes() {
    connector.awaitEnd(run("upload-resume", upload(Canaries.FILE + ".pdf")));
    connector.awaitEnd(run("create-site-user", siteUser(Canaries.EXTERNAL_ID)));
    long submitted = run("submit-website-delivery", submission("6960663240925956636"));
    connector.awaitEnd(submitted);
    String task = connector.journal().variables(submitted).path("task_id").asText();
    Map<String, Object> about = Map.of("website_id", WEBSITE, "task_id", task);
    connector.awaitEnd(run("check-delivery-result", about));
    connector.awaitEnd(run("await-delivery-result", about));
  }

  private static void refusedInputs() {
    Map<String, Object> marked = Map.of(Canaries.NAME, Canaries.NUMBER);
    for (String input : List.of("mobile", "email", "identification", "channel_id", "website_id")) {
      run("submit-website-delivery", with(submission("6960663240925956636"), input, marked));
    }
    run(
        "submit-website-delivery",
        with(submission("6960663240925956636"), "website_id", Canaries.NAME + "/../x"));
    run(
        "submit-website-delivery",
        with(
            submission("6960663240925956636"),
            "identification",
            Map.of("identification_type", Canaries.NAME)));
    run(
        "submit-website-delivery",
        with(
            submission("6960663240925956636"),
            "feishu_hire_submission",
            Map.of("state", Canaries.NAME, "at", Canaries.NAME)));
    run(
        "submit-website-delivery",
        with(
            submission("6960663240925956636"),
            "feishu_hire_submission",
            Map.of("state", "sent", "at", Canaries.NAME)));
    run("submit-website-delivery", with(submission("6960663240925956636"), "mobile", "12"));
    for (Object tries : List.of(Canaries.NUMBER, marked, List.of(Canaries.NAME))) {
      run(
          "create-site-user",
          with(siteUser(Canaries.EXTERNAL_ID + "t"), "feishu_hire_failed_tries", tries));
    }
    for (Object resume :
        List.of(
            Canaries.CONTENT,
            marked,
            Map.of("file_name", Canaries.FILE, "content_base64", Canaries.CONTENT + "!"),
            Map.of("file_name", Canaries.FILE, "content_base64", ""),
            "https://elsewhere.example/" + Canaries.FILE + "?sig=" + Canaries.QUERY,
            "https://files.invalid.example/" + Canaries.FILE + "?sig=" + Canaries.QUERY,
            "https://user:" + Canaries.QUERY + "@files.invalid.example/" + Canaries.FILE,
            Map.of(
                "camunda.document.type",
                "camunda",
                "documentId",
                Canaries.QUERY,
                "storeId",
                Canaries.NAME,
                "contentHash",
                Canaries.CONTENT,
                "metadata",
                Map.of("fileName", Canaries.FILE + ".pdf", "size", 3)))) {
      run("upload-resume", Map.of("resume", resume));
    }
  }

  private static void otherConnections() {
    List<String> connections =
        List.of("wrong", "nobody", "unknown", "a\n" + FORGED, "b\u2028" + FORGED);
    for (String connection : connections) {
      run("create-site-user", siteUser(Canaries.EXTERNAL_ID + connection), connection);
      run("submit-website-delivery", submission("6960663240925956636"), connection);
      run("upload-resume", upload(Canaries.FILE + ".pdf"), connection);
    }
  }

  /** One after the other: the script of the sandbox does not tell callers apart. */
  private static void answersThatRepeatWhatWasSent() {
    String echo =
        """
        {"code": %%d, "msg": "%1$s", "message": "%1$s", "data": {"user": "%1$s"},
         "error": {"log_id": "%1$s", "logid": "%1$s", "message": "%1$s",
                   "field_violations": [{"field": "email %1$s", "value": "%1$s"}],
                   "permission_violations": [{"type": "%1$s", "subject": "%1$s"}]}}
        """
            .formatted(ALL);
    List<Fault> faults = new ArrayList<>();
    for (int code : List.of(0, 1002002, 4711, 99991663, 99991672, 99991400, 1002001)) {
      faults.add(Fault.body(400, "application/json", ByteString.encodeUtf8(echo.formatted(code))));
    }
    faults.add(Fault.body(200, "text/html", ByteString.encodeUtf8(ALL)));
    faults.add(Fault.truncated());
    faults.add(Fault.disconnect());
    int users = 0;
    for (Fault fault : faults) {
      disturbed(
          Api.CREATE_BY_ATTACHMENT,
          fault,
          "submit-website-delivery",
          submission("6960663240925956636"));
      disturbed(
          Api.CREATE_SITE_USER,
          fault,
          "create-site-user",
          siteUser(Canaries.EXTERNAL_ID + "e" + users++));
      disturbed(Api.CREATE_ATTACHMENT, fault, "upload-resume", upload(Canaries.FILE + ".pdf"));
    }
  }

  private static void disturbed(Api api, Fault fault, String operation, Map<String, ?> variables) {
    sandbox.next(api, fault, 2);
    long instance = run(operation, variables);
    await().atMost(RunningConnector.PATIENCE).until(() -> hasLine(instance));
    sandbox.clearFaults();
  }

  /** Whatever the engine says of a command, it may repeat what it was told. */
  private static void refusedCommands() {
    int users = 0;
    for (Status.Code code :
        List.of(
            Status.Code.RESOURCE_EXHAUSTED,
            Status.Code.INVALID_ARGUMENT,
            Status.Code.INTERNAL,
            Status.Code.NOT_FOUND,
            Status.Code.FAILED_PRECONDITION)) {
      Status answer = code.toStatus().withDescription(ALL);
      Map<String, Object> user = siteUser(Canaries.EXTERNAL_ID + "r" + users++);
      refused(Method.COMPLETE_JOB, answer, "create-site-user", user, "c" + processes);
      refused(Method.FAIL_JOB, answer, "create-site-user", user, "unknown");
      refused(
          Method.SET_VARIABLES,
          answer,
          "submit-website-delivery",
          submission("6960663240925956636"),
          "c" + processes);
      refused(
          Method.THROW_ERROR,
          answer,
          "submit-website-delivery",
          submission("7000000000001002508"),
          "c" + processes);
    }
  }

  private static void refused(
      Method command,
      Status answer,
      String operation,
      Map<String, ?> variables,
      String connection) {
    connector.gateway().refuseNext(command, answer);
    long instance = run(operation, variables, connection);
    await().atMost(RunningConnector.PATIENCE).until(() -> hasLine(instance));
  }

  /** Of Feishu, of others, and while the engine repeats what it was told. */
  private static void events() {
    String path = "/feishu/events";
    String tagged =
        """
        {"talent_id":"71","application_id":"72","tag":{"id":"73","name":{"zh_cn":"%1$s"}},
         "name":"%1$s"}"""
            .formatted(ALL);
    String tag = "hire.talent.tag_subscription_v1";
    String event = FeishuPush.event("canary-1", tag, "cli_canary", tagged);

    connector.gateway().refuse(Method.OTHER, Status.INTERNAL.withDescription(ALL));
    assertThat(push.push(path, event).status()).isEqualTo(503);
    connector.gateway().accept(Method.OTHER);
    assertThat(push.push(path, event).status()).isEqualTo(200);
    assertThat(push.push(path, event).status()).isEqualTo(200);
    for (String type : List.of("hire.offer.status_changed_v1", "hire.eco_exam.created_v1", ALL)) {
      String other = FeishuPush.event("canary-2", type, "cli_canary", "{\"name\":\"" + ALL + "\"}");
      assertThat(push.push(path, other).status()).isEqualTo(200);
    }
    String stranger = FeishuPush.event("canary-3", tag, ALL, tagged);
    assertThat(push.push(path, stranger).status()).isEqualTo(401);
    assertThat(push.unsigned(path, event).status()).isEqualTo(401);
    assertThat(push.post(path, FeishuPush.encrypted(event), Canaries.NAME).status()).isEqualTo(401);
    assertThat(push.post(path, ALL, FeishuPush.signature(ALL)).status()).isEqualTo(400);
    assertThat(push.unsigned(path, ALL.repeat(20_000)).status()).isEqualTo(413);
  }

  /** Cancelled while Feishu is asked. */
  private static void jobsThatAreGone() {
    List<Long> instances = atFeishu("g");
    instances.forEach(
        instance -> connector.client().newCancelInstanceCommand(instance).send().join());
    awaitLines(instances);
  }

  /** Cut off while Feishu is asked. */
  private static void anEngineOutOfReach() {
    Counter retried =
        connector
            .context()
            .getBean(MeterRegistry.class)
            .get("feishu.hire.engine.commands")
            .tag("result", "retried")
            .counter();
    List<Long> instances = atFeishu("o");
    double before = retried.count();
    connector.gateway().cut();
    await().atMost(RunningConnector.PATIENCE).until(() -> retried.count() > before);
    connector.gateway().heal();
    awaitLines(instances);
  }

  /** One job of each kind that sends what is marked, whose request Feishu has and answers soon. */
  private static List<Long> atFeishu(String suffix) {
    List<Api> apis = List.of(Api.CREATE_SITE_USER, Api.CREATE_BY_ATTACHMENT, Api.CREATE_ATTACHMENT);
    sandbox.clearRequests();
    apis.forEach(api -> sandbox.next(api, Fault.delayed(Duration.ofSeconds(3))));
    List<Long> instances =
        List.of(
            run("create-site-user", siteUser(Canaries.EXTERNAL_ID + suffix)),
            run("submit-website-delivery", submission("6960663240925956636")),
            run("upload-resume", upload(Canaries.FILE + ".pdf")));
    await()
        .atMost(RunningConnector.PATIENCE)
        .until(() -> apis.stream().noneMatch(api -> sandbox.requests(api).isEmpty()));
    return instances;
  }

  private static void everyReservedValue() {
    for (ReservedValue reserved : ReservedValues.ALL) {
      switch (reserved.field()) {
        case JOB_POST_ID -> run("submit-website-delivery", submission(reserved.value()));
        case EXTERNAL_ID -> run("create-site-user", siteUser(reserved.value()));
        case FILE_NAME -> run("upload-resume", upload(reserved.value() + ".pdf"));
      }
    }
  }

  private static void brokenConnections() {
    List<Wire> wires =
        List.of(
            Wires.reset(),
            Wires.end(),
            Wires.resetInBody(),
            Wires.truncatedJson(),
            Wires.tooLittle(),
            Wires.html(502),
            Wires.gzipBomb(),
            Wires.nested(5000));
    for (int i = 0; i < wires.size(); i++) {
      String website = "raw-" + i;
      rawFeishu.script().next(Kind.SUBMIT, website, Turn.unclear(true, wires.get(i)));
      run(
          "submit-website-delivery",
          with(submission("6960663240925956636"), "website_id", website),
          "raw");
    }
  }

  private static void awaitAtLeastOneLineEach() {
    await()
        .atMost(RunningConnector.PATIENCE)
        .until(() -> instancesWithALine().size() >= INSTANCES.size() - 1);
    sandbox.close(); // an upload that is never answered would wait for minutes
    await()
        .atMost(RunningConnector.PATIENCE)
        .until(() -> instancesWithALine().containsAll(INSTANCES));
  }

  private static void awaitLines(List<Long> instances) {
    await()
        .atMost(RunningConnector.PATIENCE)
        .until(() -> instancesWithALine().containsAll(instances));
  }

  private static boolean hasLine(long instance) {
    return instancesWithALine().contains(instance);
  }

  private static Set<Long> instancesWithALine() {
    return connector.log().jobs().stream()
        .map(line -> Long.valueOf(line.getMDCPropertyMap().get("processInstanceKey")))
        .collect(Collectors.toSet());
  }

  @Test
  @Order(1)
  void everyLoggerWasListenedTo() {
    assertThat(connector.log().lines())
        .extracting(LogCapture.Line::level)
        .contains("TRACE", "DEBUG", "INFO", "WARN", "ERROR");
    assertThat(connector.log().jobs()).hasSizeGreaterThan(INSTANCES.size() - 1);
    assertThat(
            connector.log().jobs().stream()
                .map(line -> line.getMDCPropertyMap().get("feishuCode"))
                .filter(Objects::nonNull)
                .distinct())
        .hasSizeGreaterThan(20);
  }

  @Test
  @Order(2)
  void noLineHoldsAny() {
    Map<String, String> oneOfEachLogger = new LinkedHashMap<>();
    connector.log().lines().stream()
        .filter(line -> !CANARIES.in(line.text()).isEmpty())
        .forEach(line -> oneOfEachLogger.putIfAbsent(line.logger(), line.text()));

    assertThat(oneOfEachLogger).isEmpty();
  }

  /** Not all of them have something to say in this test: Camunda's REST API is not there. */
  @Test
  @Order(2)
  void nothingThatOthersWroteBeginsALine() {
    Pattern broken = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    assertThat(connector.log().jobs())
        .extracting(ILoggingEvent::getFormattedMessage)
        .anyMatch(line -> line.contains("a?" + FORGED))
        .noneMatch(line -> broken.matcher(line).find());
    assertThat(
            connector.log().jobs().stream()
                .flatMap(line -> line.getMDCPropertyMap().values().stream()))
        .anyMatch(value -> value.contains("a?" + FORGED))
        .noneMatch(value -> broken.matcher(value).find());
    assertThat(toldToTheEngine().values()).anyMatch(told -> told.contains("a?" + FORGED));
  }

  @ParameterizedTest
  @Order(2)
  @ValueSource(
      strings = {
        "io.grpc.netty.NettyClientHandler",
        "io.netty.handler.logging.LoggingHandler",
        "okhttp3.internal.http2.Http2",
        "org.apache.coyote.http11.Http11InputBuffer",
        "org.apache.hc.client5.http.wire",
        "org.apache.hc.client5.http2.frame.payload"
      })
  void whatPrintsTheBytesOfAConnectionIsSilent(String logger) {
    assertThat(LoggerFactory.getLogger(logger).isDebugEnabled()).isFalse();
    assertThat(LoggerFactory.getLogger(logger).isInfoEnabled()).isTrue();
  }

  @Test
  @Order(3)
  void nothingThatIsServedHoldsAny() {
    assertThat(CANARIES.in(served())).isEmpty();
  }

  @Test
  @Order(4)
  void nothingTheEngineWasToldHoldsAny() {
    Map<String, String> told = toldToTheEngine();

    assertThat(told).hasSizeGreaterThan(INSTANCES.size());
    assertThat(CANARIES.in(told)).isEmpty();
  }

  @Test
  @Order(5)
  void noSpanHoldsAny() {
    Map<String, String> spans = traced();

    assertThat(spans).hasSizeGreaterThan(INSTANCES.size());
    assertThat(CANARIES.in(spans)).isEmpty();
    assertThat(collector.received()).isNotEmpty();
    assertThat(CANARIES.in(String.join(" ", collector.received()))).isEmpty();
  }

  @Test
  @Order(6)
  void onePlantedInEachPlaceWouldBeFound() {
    for (String logger :
        List.of("io.github.feishuhire.job", "org.springframework.web", "org.example")) {
      LoggerFactory.getLogger(logger)
          .atLevel(Level.INFO)
          .addKeyValue("planted", Canaries.MOBILE)
          .log("{}", Base64.getEncoder().encodeToString(bytes("x" + Canaries.NAME)));
    }
    connector
        .context()
        .getBean(MeterRegistry.class)
        .counter("planted", "who", Canaries.EMAIL)
        .increment();
    Observation.createNotStarted(
            "feishu.hire.planted", connector.context().getBean(ObservationRegistry.class))
        .highCardinalityKeyValue("planted", Canaries.FILE)
        .observe(() -> {});
    long instance = run("create-site-user", Map.of("website_id", WEBSITE));
    connector.awaitIncident(instance);
    connector
        .client()
        .newSetVariablesCommand(instance)
        .variables(Map.of("planted", Canaries.NUMBER))
        .send()
        .join();

    assertThat(
            connector.log().lines().stream()
                .filter(line -> CANARIES.in(line.text()).size() == 2)
                .map(LogCapture.Line::logger))
        .containsExactlyInAnyOrder(
            "io.github.feishuhire.job", "org.springframework.web", "org.example");
    assertThat(CANARIES.in(served())).hasSize(1);
    assertThat(CANARIES.in(traced())).hasSize(1);
    assertThat(CANARIES.in(String.join(" ", collector.received()))).hasSize(1);
    await().untilAsserted(() -> assertThat(CANARIES.in(toldToTheEngine())).hasSize(1));
  }

  private static Map<String, String> served() {
    return Stream.of("prometheus", "health", "health/liveness", "health/readiness")
        .collect(Collectors.toMap(path -> path, path -> connector.get("/actuator/" + path).body()));
  }

  /** With all that an exporter could send of it. */
  private static Map<String, String> traced() {
    return connector.spans().stream()
        .collect(
            Collectors.toMap(
                SpanData::getSpanId,
                span ->
                    String.join(
                        " ",
                        span.getName(),
                        span.getAttributes().toString(),
                        span.getStatus().getDescription(),
                        span.getEvents().stream()
                            .map(event -> event.getName() + event.getAttributes())
                            .toList()
                            .toString(),
                        span.getResource().toString())));
  }

  /** Everything but what the processes were started with. */
  private static Map<String, String> toldToTheEngine() {
    Map<String, String> told = new LinkedHashMap<>();
    StreamSupport.stream(
            connector.engine().getRecordStreamSource().getRecords().spliterator(), false)
        .filter(record -> record.getRecordType() == RecordType.EVENT)
        .forEach(
            record -> {
              String text = told(record);
              if (!text.isEmpty()) {
                told.put(record.getValueType() + " " + record.getPosition(), text);
              }
            });
    return told;
  }

  private static String told(Record<?> record) {
    return switch (record.getValue()) {
      case IncidentRecordValue incident -> incident.getErrorMessage();
      case VariableRecordValue variable when !isInput(variable) ->
          variable.getName() + "=" + variable.getValue();
      case JobRecordValue job when record.getIntent() == JobIntent.COMPLETED ->
          String.valueOf(job.getVariables());
      case JobRecordValue job -> job.getErrorCode() + " " + job.getErrorMessage();
      default -> "";
    };
  }

  /** As a process was started with it. */
  private static boolean isInput(VariableRecordValue variable) {
    try {
      return INPUTS.contains(Map.entry(variable.getName(), MAPPER.readTree(variable.getValue())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long run(String operation, Map<String, ?> variables) {
    return run(operation, variables, "c" + processes);
  }

  private static long run(String operation, Map<String, ?> variables, String connection) {
    String process = "p" + processes++;
    connector.deploy(
        process,
        operation,
        Map.of(
            "connection",
            connection,
            "retryBackoff",
            "PT5M",
            "timeout",
            "PT10S",
            "elementTemplateId",
            Canaries.EMAIL,
            "elementTemplateVersion",
            Canaries.MOBILE));
    variables.forEach((name, value) -> INPUTS.add(Map.entry(name, MAPPER.valueToTree(value))));
    long instance = connector.start(process, variables);
    INSTANCES.add(instance);
    return instance;
  }

  private static Map<String, Object> upload(String fileName) {
    String content = Base64.getEncoder().encodeToString(bytes("%PDF-1.4 " + Canaries.CONTENT));
    return Map.of("resume", Map.of("file_name", fileName, "content_base64", content));
  }

  private static Map<String, Object> siteUser(String externalId) {
    return Map.of(
        "website_id",
        WEBSITE,
        "external_id",
        externalId,
        "name",
        Canaries.NAME,
        "email",
        Canaries.EMAIL,
        "mobile",
        Canaries.MOBILE,
        "mobile_country_code",
        "CN_1");
  }

  private static Map<String, Object> submission(String jobPost) {
    return Map.of(
        "website_id",
        WEBSITE,
        "job_post_id",
        jobPost,
        "user_id",
        "6960663240925956634",
        "resume_file_id",
        "7095614894070434092",
        "mobile_country_code",
        "+86",
        "mobile",
        Canaries.MOBILE,
        "email",
        Canaries.EMAIL,
        "identification",
        Map.of("identification_type", 1, "identification_number", Canaries.NUMBER));
  }

  private static Map<String, Object> with(Map<String, Object> all, String name, Object value) {
    Map<String, Object> changed = new HashMap<>(all);
    changed.put(name, value);
    return changed;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

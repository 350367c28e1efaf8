package io.github.feishuhire.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.feishuhire.process.Journal.Incident;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.token.App;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;

/** One connector with two apps, and what its operator can see and do. */
final class OperatorIT {

  private static final String SECRET_OF_SECOND = "secret-of-second";

  @TempDir static Path secrets;

  private static Sandbox sandbox;
  private static RunningConnector connector;
  private static int users;

  @BeforeAll
  static void start() throws IOException {
    sandbox =
        Sandbox.start(
            SandboxSettings.DEFAULT
                .withoutRateLimits()
                .withApp(
                    new App("cli_second", SECRET_OF_SECOND, SandboxSettings.DEFAULT_APP.scopes())));
    Files.writeString(secrets.resolve("feishu.app-secret"), "sandbox-secret\n");
    writeSecretOfSecond("mistyped");
    connector =
        RunningConnector.start(
            "--spring.config.import=configtree:" + secrets + "/",
            "--feishu.base-url=" + sandbox.baseUrl(),
            "--feishu.app-id=cli_sandbox00000001",
            "--feishu.connections.busy.base-url=" + sandbox.baseUrl(),
            "--feishu.connections.busy.app-id=cli_sandbox00000001",
            "--feishu.connections.busy.app-secret=sandbox-secret",
            "--feishu.connections.failing.base-url=" + sandbox.baseUrl(),
            "--feishu.connections.failing.app-id=cli_sandbox00000001",
            "--feishu.connections.failing.app-secret=sandbox-secret",
            "--feishu.connections.second.base-url=" + sandbox.baseUrl(),
            "--feishu.connections.second.app-id=cli_second",
            "--feishu.connections.guarded.base-url=" + sandbox.baseUrl(),
            "--feishu.connections.guarded.app-id=cli_sandbox00000001",
            "--feishu.connections.guarded.app-secret=sandbox-secret",
            "--feishu.connections.guarded.processes=other, guest",
            "--feishu.connections.of-tenants.base-url=" + sandbox.baseUrl(),
            "--feishu.connections.of-tenants.app-id=cli_sandbox00000001",
            "--feishu.connections.of-tenants.app-secret=sandbox-secret",
            "--feishu.connections.of-tenants.tenants=team-b",
            "--management.server.port=0");
    connector.deploy("first", "create-site-user", Map.of());
    connector.deploy("second", "create-site-user", Map.of("connection", "second"));
    connector.deploy("busy", "create-site-user", Map.of("connection", "busy"));
    connector.deploy(
        "failing", "create-site-user", Map.of("connection", "failing", "retryBackoff", "PT5M"));
    connector.deploy("third", "create-site-user", Map.of("connection", "third"));
    connector.deploy("misspelt", "create-site-user", Map.of("connection", "bussy"));
    connector.deploy("stranger", "create-site-user", Map.of("connection", "guarded"));
    connector.deploy("guest", "create-site-user", Map.of("connection", "guarded"));
    connector.deploy("tenantless", "create-site-user", Map.of("connection", "of-tenants"));
    connector.deploy("submit", "submit-website-delivery", Map.of());
    connector.deploy(
        "templated",
        "create-site-user",
        Map.of("elementTemplateId", "our.site-user", "elementTemplateVersion", "7"));
    connector.deploy(
        "mistaken",
        "create-site-user",
        Map.of(
            "elementTemplateId",
            "our.site-user",
            "elementTemplateVersion",
            "8",
            "onRejected",
            "nothing"));
  }

  @AfterAll
  static void stop() {
    connector.close();
    sandbox.close();
  }

  @BeforeEach
  void forget() {
    sandbox.clearFaults();
    sandbox.clearRequests();
  }

  private static void writeSecretOfSecond(String secret) throws IOException {
    Files.writeString(secrets.resolve("feishu.connections.second.app-secret"), secret + "\n");
  }

  private static long create(String process) {
    users++;
    return connector.start(
        process, Map.of("website_id", "7047318856652261676", "external_id", "ext-" + users));
  }

  private static String served(String path) {
    return connector.get("local.management.port", "/actuator/" + path).body();
  }

  @Test
  void aSecretThatIsWrongIsMendedInItsFileWithoutARestart() throws Exception {
    writeSecretOfSecond("mistyped");
    sandbox.next(Api.CREATE_SITE_USER, Fault.tokenExpired()); // should an earlier test have one
    Incident refused = connector.awaitIncident(create("second"));

    assertThat(refused.message()).contains("second");
    JsonNode second = health("health").at("/components/feishu/components/second");
    assertThat(second.path("status").asText()).isEqualTo("DOWN");
    assertThat(health("health").path("status").asText()).isEqualTo("DOWN");
    assertThat(health("health/readiness").path("status").asText())
        .as("it has had a token once, and serves the others")
        .isEqualTo("UP");
    assertThat(second.at("/details/failure").asText()).contains("code=10");

    writeSecretOfSecond(SECRET_OF_SECOND);
    connector.retry(refused);
    connector.awaitEnd(refused.instance());
    JsonNode mended = health("health").at("/components/feishu/components/second");

    assertThat(
            sandbox.requests(Api.TENANT_ACCESS_TOKEN).stream()
                .map(request -> request.json().path("app_secret").asText()))
        .containsSubsequence("mistyped", SECRET_OF_SECOND);
    assertThat(mended.path("status").asText()).isEqualTo("UP");

    writeSecretOfSecond("not looked at while the token is good");
    sandbox.clearRequests();
    connector.awaitEnd(create("second"));
    assertThat(sandbox.requests(Api.TENANT_ACCESS_TOKEN)).isEmpty();

    Files.delete(secrets.resolve("feishu.connections.second.app-secret"));
    sandbox.next(Api.CREATE_SITE_USER, Fault.tokenExpired());
    connector.awaitEnd(create("second"));
    assertThat(sandbox.requests(Api.TENANT_ACCESS_TOKEN)).hasSize(1);
  }

  @Test
  void eachConnectionHasAQuotaOfItsOwn() throws Exception {
    writeSecretOfSecond(SECRET_OF_SECOND);
    sandbox.next(Api.CREATE_SITE_USER, Fault.throttled(Duration.ofSeconds(60)));
    long throttled = create("busy");
    await().until(() -> sandbox.requests(Api.CREATE_SITE_USER).size() == 1);

    connector.awaitEnd(create("second"));

    assertThat(connector.journal().hasEnded(throttled)).isFalse();
  }

  @Test
  void anApiThatIsLeftAloneIsSeen() throws Exception {
    for (int i = 0; i < 5; i++) {
      sandbox.next(Api.CREATE_SITE_USER, Fault.httpStatus(502));
      create("failing");
    }

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> served("prometheus").contains(circuit("create_site_user", 1)));

    assertThat(served("prometheus")).contains(circuit("create_by_attachment", 0));
    assertThat(health("health").at("/components/feishu/components/failing").toString())
        .contains("OUT_OF_SERVICE")
        .contains("create_site_user");
  }

  private static String circuit(String endpoint, int open) {
    return "feishu_hire_circuit_open{connection=\"failing\",endpoint=\""
        + endpoint
        + "\"} "
        + open
        + ".0";
  }

  @Test
  void anUnknownConnectionIsAnIncidentThatTellsNoOtherName() {
    assertThat(connector.awaitIncident(create("third")).message())
        .contains("\"third\"")
        .doesNotContain("default")
        .doesNotContain("second");
  }

  @Test
  void theOperatorSeesNamesThatAreSimilarToAnUnknownOne() {
    Incident unknown = connector.awaitIncident(create("misspelt"));

    assertThat(unknown.message()).contains("\"bussy\"").doesNotContain("\"busy\"");
    assertThat(line(unknown.instance()).getFormattedMessage())
        .contains(" [similar names: busy] (job ");
  }

  @Test
  void aConnectionIsClosedToOtherProcesses() {
    Incident closed = connector.awaitIncident(create("stranger"));

    assertThat(closed.message())
        .contains("\"guarded\"", "\"stranger\"", "<default>")
        .doesNotContain("second")
        .hasLineCount(1);
    assertThat(sandbox.requests(Api.CREATE_SITE_USER)).isEmpty();
    assertThat(line(closed.instance()).getFormattedMessage())
        .contains("process stranger, tenant <default>, connection guarded)");
  }

  @Test
  void aConnectionIsOpenToTheProcessesItLists() {
    connector.awaitEnd(create("guest"));

    assertThat(sandbox.requests(Api.CREATE_SITE_USER)).hasSize(1);
  }

  @Test
  void aConnectionIsClosedToOtherTenants() {
    assertThat(connector.awaitIncident(create("tenantless")).message())
        .contains("\"of-tenants\"", "<default>")
        .doesNotContain("team-b");
    assertThat(sandbox.requests(Api.CREATE_SITE_USER)).isEmpty();
  }

  @Test
  void itIsSeenWhichTemplatesAreInUseAndWhichFail() {
    connector.awaitEnd(create("templated"));
    connector.awaitEnd(create("templated"));
    connector.awaitIncident(create("mistaken"));

    await()
        .untilAsserted(
            () ->
                assertThat(served("prometheus"))
                    .contains(jobs("our.site-user", "7", "completed", 2))
                    .contains(jobs("our.site-user", "8", "incident", 1)));
  }

  private static String jobs(String template, String version, String outcome, int count) {
    return "feishu_hire_template_jobs_total{outcome=\"%s\",template=\"%s\",version=\"%s\"} %d.0"
        .formatted(outcome, template, version, count);
  }

  @Test
  void livenessIsNotAboutOthers() throws Exception {
    JsonNode liveness = health("health/liveness");

    assertThat(liveness.path("status").asText()).isEqualTo("UP");
    assertThat(liveness.path("components").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("livenessState", "pollers");
  }

  @Test
  void readinessIsAboutTheJobsOfCamundaAndTheFirstTokens() throws Exception {
    await()
        .untilAsserted(
            () ->
                assertThat(health("health/readiness").path("components").toString())
                    .isEqualTo(
                        """
                        {"copies":{"status":"UP"},"polling":{"status":"UP"},"readinessState":{"status":"UP"},\
                        "tokens":{"status":"UP"}}\
                        """));
    assertThat(health("health").at("/components/feishu/components").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("busy", "default", "failing", "guarded", "of-tenants", "second");
  }

  @Test
  void aProbeAsksFeishuNothing() {
    assertThat(served("health")).contains("feishu");
    assertThat(served("health/readiness")).contains("tokens");
    assertThat(served("health/liveness")).isNotEmpty();

    assertThat(sandbox.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"env", "configprops", "beans", "loggers", "heapdump", "metrics", "threaddump"})
  void nothingElseIsServed(String endpoint) {
    assertThat(connector.get("local.management.port", "/actuator/" + endpoint).statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatIsServedCanHaveAPortOfItsOwn() {
    assertThat(connector.get("local.management.port", "/actuator/prometheus").statusCode())
        .isEqualTo(200);
    assertThat(connector.get("local.server.port", "/actuator/prometheus").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aJobIsOneLineAndWhatItWasIsInTheMdc() {
    long instance = create("first");
    connector.awaitEnd(instance);

    ILoggingEvent line = line(instance);
    assertThat(line.getLevel()).isEqualTo(Level.INFO);
    assertThat(line.getFormattedMessage())
        .startsWith("Create Site User: done, user_id ")
        .endsWith(
            "process first, tenant <default>, connection default, Feishu's log id "
                + line.getMDCPropertyMap().get("feishuLogId")
                + ")");
    assertThat(line.getMDCPropertyMap())
        .containsOnlyKeys(
            "operation",
            "attempt",
            "jobKey",
            "processInstanceKey",
            "processId",
            "tenantId",
            "connection",
            "elementId",
            "durationMs",
            "feishuLogId")
        .containsEntry("processId", "first")
        .containsEntry("tenantId", "<default>")
        .containsEntry("connection", "default")
        .containsEntry("operation", "Create Site User")
        .containsEntry("attempt", "1")
        .containsEntry("elementId", "task");
  }

  @Test
  void aRefusalIsNothingToWorryAboutAndNamesFeishusCodeAndLogId() {
    long instance =
        connector.start(
            "submit",
            Map.of(
                "website_id", "7047318856652261676",
                "job_post_id", "7000000000001002508",
                "user_id", "6960663240925956634",
                "resume_file_id", "7095614894070434092"));
    assertThat(connector.awaitIncident(instance).message()).contains("APPLICATION_LIMIT_REACHED");

    ILoggingEvent line = line(instance);
    assertThat(line.getLevel()).isEqualTo(Level.INFO);
    assertThat(line.getMDCPropertyMap())
        .containsEntry("feishuCode", "1002508")
        .hasEntrySatisfying("feishuLogId", id -> assertThat(id).isNotBlank());
  }

  @Test
  void aDoubtIsAnError() {
    long instance =
        connector.start(
            "submit",
            Map.of(
                "website_id", "7047318856652261676",
                "job_post_id", "7000000000000000502",
                "user_id", "6960663240925956634",
                "resume_file_id", "7095614894070434092"));
    connector.awaitIncident(instance);

    ILoggingEvent line = line(instance);
    assertThat(line.getLevel()).isEqualTo(Level.ERROR);
    assertThat(line.getFormattedMessage()).contains("SERVER_FAULT");
    assertThat(line.getMDCPropertyMap()).containsEntry("doubt", "true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ecs", "logstash"})
  void aLineCanBeReadByMachines(String format) throws Exception {
    long instance = create("first");
    connector.awaitEnd(instance);
    StructuredLogEncoder encoder = new StructuredLogEncoder();
    encoder.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    encoder.setFormat(format);
    encoder.start();

    JsonNode line =
        new ObjectMapper()
            .readTree(new String(encoder.encode(line(instance)), StandardCharsets.UTF_8));

    assertThat(line.path("message").asText()).contains("Create Site User: done");
    assertThat(line.path("processInstanceKey").asText()).isEqualTo(String.valueOf(instance));
    assertThat(line.path("durationMs").asText()).matches("[0-9]+");
  }

  /** The one line about an instance's only job. */
  private static ILoggingEvent line(long instance) {
    List<ILoggingEvent> lines =
        await()
            .until(
                () ->
                    connector.log().jobs().stream()
                        .filter(
                            line ->
                                String.valueOf(instance)
                                    .equals(line.getMDCPropertyMap().get("processInstanceKey")))
                        .toList(),
                found -> !found.isEmpty());
    assertThat(lines).hasSize(1);
    return lines.getFirst();
  }

  private static JsonNode health(String path) throws IOException {
    return new ObjectMapper().readTree(served(path));
  }
}

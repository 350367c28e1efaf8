package io.github.feishuhire.faults.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.camunda.client.api.worker.JobWorker;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.github.feishuhire.faults.engine.RuntimeImage;
import io.github.feishuhire.process.Recruiter;
import io.github.feishuhire.process.ShippedModel;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.website.Tenant;
import io.github.feishuhire.testbed.engine.Broker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The jar for Camunda's connector runtime, in it, beside the REST connector. */
final class ConnectorRuntimeIT {

  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path FOLDER = TARGET.resolve("faults/runtime-" + System.currentTimeMillis());
  private static final String OURS = "feishuHire";
  private static final String OUR_LOGGERS = "(io\\.github\\.feishuhire|i\\.g\\.f)\\..+";
  private static final Map<String, Object> POST =
      Map.of("website_id", Tenant.WEBSITE_ID, "job_post_id", "6960663240925956638");

  private static Broker broker;
  private static Sandbox sandbox;

  @BeforeAll
  static void start() throws Exception {
    broker = new Broker(TARGET.resolve("broker/camunda-zeebe-8.6.0"), FOLDER.resolve("broker"));
    broker.start();
    sandbox =
        Sandbox.start(
            SandboxSettings.DEFAULT
                .withTaskDuration(Duration.ofMillis(100))
                .withTenant(Tenant.ofSize(4, 3, 8))
                .withoutRateLimits());
    var deploy = broker.client().newDeployResourceCommand().addProcessModel(rest(), "rest.bpmn");
    for (String name : ShippedModel.names()) {
      // what its ad-hoc sub-process has came after this broker
      if (!name.contains("/") && !name.equals("candidate-assistant.bpmn")) {
        String model = ShippedModel.withUserTasksAsJobs(name);
        deploy.addResourceBytes(model.getBytes(StandardCharsets.UTF_8), name);
      }
    }
    deploy.send().join();
    Files.createDirectories(FOLDER);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
    broker.close();
  }

  @Test
  void servesBothKindsOfJobsAndLeavesTheRuntimeAsItIs() {
    List<String> sources;
    Set<String> health;
    Set<String> metrics;
    Set<String> loggers;
    try (RunningRuntime alone =
        RunningRuntime.start(
                RuntimeImage.alone(FOLDER.resolve("alone")), broker, log("alone"), Map.of())
            .awaitStart()) {
      assertThat(end("rest", address())).containsEntry("status", 200);
      sources = alone.settingSources();
      health = alone.healthComponents();
      metrics = alone.metrics();
      assertThat(alone.process().terminate(60)).as("143 is SIGTERM").isEqualTo(143);
      loggers = alone.loggers();
    }
    try (RunningRuntime guest = guest("guest", Map.of()).awaitStart();
        JobWorker recruiter = Recruiter.work(broker.client())) {
      assertThat(recruiter.isOpen()).isTrue();
      assertThat(end("rest", address())).containsEntry("status", 200);
      runTheShippedProcesses();

      assertThat(guest.settingSources()).isEqualTo(sources);
      assertThat(guest.healthComponents()).isEqualTo(with(health, OURS));
      assertThat(RunningRuntime.names(guest.health().path(OURS).path("components")))
          .containsExactly(
              "copies", "events", "feishu", "longConnections", "pollers", "polling", "tokens");
      Awaitility.await("no poller is answered before a job comes, or some seconds have passed")
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () ->
                  assertThat(guest.health().path(OURS).toString())
                      .startsWith("{\"status\":\"UP\""));
      assertThat(guest.metrics()).containsAll(metrics);
      assertThat(guest.metrics())
          .filteredOn(name -> !metrics.contains(name))
          .contains("feishu.hire.job", "feishu.hire.call", "feishu.hire.polls")
          .allMatch(name -> name.startsWith("feishu.hire."));
      assertThat(guest.log()).contains("Submit Website Delivery: done").doesNotContain("\tat ");
      assertThat(guest.process().terminate(60)).isEqualTo(143);
      assertThat(guest.loggers())
          .filteredOn(name -> !loggers.contains(name))
          .isNotEmpty()
          .allMatch(name -> name.matches(OUR_LOGGERS));
    }
  }

  private static void runTheShippedProcesses() {
    assertThat(end("choose-job-post", applicant()))
        .as("and the hiring process, which it calls")
        .extracting("delivery_result")
        .extracting("status")
        .isEqualTo("success");
    assertThat(end("referral-batch", with(POST, "candidates", List.of(applicant()))))
        .extracting("results")
        .asInstanceOf(LIST)
        .first()
        .extracting("application_id")
        .isInstanceOf(String.class);
    assertThat(end("campus-event", with(with(POST, "event_name", "宣讲会"), "schools", "武汉大学")))
        .extracting("links")
        .asInstanceOf(LIST)
        .hasSize(1);
    Map<String, Object> submission =
        with(with(POST, "user_id", "6960663240925956634"), "resume_file_id", "7095614894070434092");
    Object task = Objects.requireNonNull(end("submit-only", submission).get("task_id"));
    assertThat(end("wait-again", with(POST, "task_id", task)))
        .extracting("delivery_result")
        .extracting("status")
        .isEqualTo("success");
  }

  @Test
  void isSwitchedOffByOneSetting() {
    try (RunningRuntime off = guest("off", Map.of("FEISHU_HIRE_ENABLED", "false")).awaitStart()) {
      assertThat(off.healthComponents()).isNotEmpty().doesNotContain(OURS);
      assertThat(off.metrics()).isNotEmpty().noneMatch(name -> name.startsWith("feishu"));
      assertThat(off.loggers()).isNotEmpty().noneMatch(name -> name.matches(OUR_LOGGERS));
    }
  }

  @Test
  void saysWhichSettingIsWrong() {
    try (RunningRuntime wrong = guest("wrong", Map.of("FEISHU_LANGUAGE", "fr"))) {
      assertThat(wrong.process().awaitStatus(60)).isEqualTo(1);
      assertThat(wrong.log())
          .contains("APPLICATION FAILED TO START", "must be en or zh-CN", "feishu-hire.enabled")
          .doesNotContain("\tat ");
    }
  }

  private static RunningRuntime guest(String name, Map<String, String> further) {
    Map<String, String> settings = new HashMap<>(further);
    settings.put("FEISHU_BASE_URL", sandbox.baseUrl().toString());
    settings.put("FEISHU_APP_ID", "cli_sandbox00000001");
    settings.put("FEISHU_APP_SECRET", "sandbox-secret");
    return RunningRuntime.start(
        RuntimeImage.withConnector(FOLDER.resolve(name)), broker, log(name), settings);
  }

  private static Path log(String name) {
    return FOLDER.resolve(name + ".log");
  }

  private static Map<String, Object> address() {
    return Map.of("address", sandbox.baseUrl().toString());
  }

  /** What the start forms ask for. */
  private static Map<String, Object> applicant() {
    return Map.of(
        "external_id",
        "runtime",
        "name",
        "张伟",
        "email",
        "runtime@example.com",
        "mobile",
        "13800138000",
        "mobile_country_code",
        "CN_1",
        "mobile_dialling_prefix",
        "+86",
        "resume",
        Map.of("file_name", "简历.pdf", "content_base64", "JVBERi0xLjQK"));
  }

  private static Set<String> with(Set<String> some, String more) {
    Set<String> all = new TreeSet<>(some);
    all.add(more);
    return all;
  }

  private static Map<String, Object> with(Map<String, Object> some, String name, Object value) {
    Map<String, Object> all = new HashMap<>(some);
    all.put(name, value);
    return all;
  }

  /** The variables with which a new instance ends. */
  private static Map<String, Object> end(String process, Map<String, Object> variables) {
    return broker
        .client()
        .newCreateInstanceCommand()
        .bpmnProcessId(process)
        .latestVersion()
        .variables(variables)
        .withResult()
        .requestTimeout(Duration.ofSeconds(60))
        .send()
        .join()
        .getVariablesAsMap();
  }

  private static BpmnModelInstance rest() {
    return Bpmn.createExecutableProcess("rest")
        .startEvent()
        .serviceTask("task")
        .zeebeJobType("io.camunda:http-json:1")
        .zeebeInput("=\"noAuth\"", "authentication.type")
        .zeebeInput("=\"POST\"", "method")
        .zeebeInput("={\"Content-Type\": \"application/json; charset=utf-8\"}", "headers")
        .zeebeInput("=address + \"/open-apis/auth/v3/tenant_access_token/internal\"", "url")
        .zeebeInput("={app_id: \"cli_sandbox00000001\", app_secret: \"sandbox-secret\"}", "body")
        .zeebeInput("=20", "connectionTimeoutInSeconds")
        .zeebeInput("=20", "readTimeoutInSeconds")
        .zeebeTaskHeader("resultExpression", "={status: response.status}")
        .endEvent()
        .done();
  }
}

package io.github.feishuhire.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class TracesIT {

  private static final String WEBSITE = "7047318856652261676";

  private static Sandbox sandbox;
  private static Collector collector;
  private static RunningConnector connector;

  @BeforeAll
  static void startWithTracesOn() {
    sandbox = Sandbox.start();
    collector = new Collector();
    connector =
        start(
            "--spring.profiles.active=tracing",
            "--management.otlp.tracing.endpoint=" + collector.endpoint());
  }

  @AfterAll
  static void stop() {
    connector.close();
    collector.close();
    sandbox.close();
  }

  private static RunningConnector start(String... more) {
    Stream<String> usual =
        Stream.of(
            "--feishu.base-url=" + sandbox.baseUrl(),
            "--feishu.app-id=cli_sandbox00000001",
            "--feishu.app-secret=sandbox-secret");
    RunningConnector started =
        RunningConnector.start(Stream.concat(usual, Stream.of(more)).toArray(String[]::new));
    started.deploy("user", "create-site-user", Map.of("retryBackoff", "PT5M"));
    started.deploy("submit", "submit-website-delivery", Map.of());
    return started;
  }

  private static long createUser(RunningConnector by, String externalId) {
    return by.start("user", Map.of("website_id", WEBSITE, "external_id", externalId));
  }

  @Test
  void aRunIsATraceAndItsRequestsAreParts() {
    long instance = createUser(connector, "ext-1");
    connector.awaitEnd(instance);

    SpanData run = run(instance);
    SpanData request = only(requests(run), "create_site_user");
    assertThat(run.getName()).isEqualTo("feishu-hire:create-site-user:1");
    assertThat(run.getParentSpanContext().isValid()).isFalse();
    assertThat(attributes(run))
        .containsOnlyKeys("operation", "outcome", "bpmn.error", "job.key", "process.instance.key")
        .containsEntry("operation", "Create Site User")
        .containsEntry("outcome", "completed")
        .containsEntry("bpmn.error", "none");
    assertThat(attributes(request))
        .containsOnlyKeys("endpoint", "status", "code", "log.id")
        .containsEntry("endpoint", "create_site_user")
        .containsEntry("status", "200")
        .containsEntry("code", "0");
    assertThat(List.of(run.getStatus().getStatusCode(), request.getStatus().getStatusCode()))
        .containsOnly(StatusCode.OK);
  }

  @Test
  void aRefusalIsSeenInBoth() {
    long instance =
        connector.start(
            "submit",
            Map.of(
                "website_id", WEBSITE,
                "job_post_id", "7000000000001002508",
                "user_id", "6960663240925956634",
                "resume_file_id", "7095614894070434092"));
    connector.awaitIncident(instance);

    SpanData run = run(instance);
    SpanData request = only(requests(run), "create_by_attachment");
    assertThat(attributes(run))
        .containsEntry("outcome", "bpmn_error")
        .containsEntry("bpmn.error", "FEISHU_HIRE_APPLICATION_LIMIT_REACHED");
    assertThat(run.getStatus().getStatusCode()).isEqualTo(StatusCode.OK);
    assertThat(attributes(request)).containsEntry("code", "1002508");
    assertThat(attributes(request).get("log.id")).isNotBlank();
    assertThat(request.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void aRequestWithoutAReplyIsOneToo() {
    sandbox.next(Api.CREATE_SITE_USER, Fault.disconnect());
    long instance = createUser(connector, "ext-2");

    SpanData run = run(instance);
    assertThat(attributes(run)).containsEntry("outcome", "failed");
    assertThat(run.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(attributes(only(requests(run), "create_site_user")))
        .containsOnlyKeys("endpoint", "status", "code")
        .containsEntry("status", "none")
        .containsEntry("code", "none");
  }

  @Test
  void theLineAboutAJobNamesItsTrace() {
    long instance = createUser(connector, "ext-3");
    connector.awaitEnd(instance);

    SpanData run = run(instance);
    assertThat(
            connector.log().jobs().stream()
                .map(line -> line.getMDCPropertyMap().get("traceId"))
                .filter(Objects::nonNull))
        .contains(run.getTraceId());
  }

  @Test
  void theyAreSentToACollector() {
    long instance = createUser(connector, "ext-4");
    SpanData run = run(instance);

    await()
        .atMost(RunningConnector.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(collector.received())
                    .anySatisfy(
                        sent ->
                            assertThat(sent)
                                .contains("feishu-hire-connector", "Create Site User")
                                .contains(attributes(run).get("job.key"))));
  }

  @Test
  void nothingElseIsTracedAndNothingIsCountedTwice() {
    connector.awaitEnd(createUser(connector, "ext-5"));

    assertThat(connector.scrape())
        .contains("feishu_hire_job_seconds", "feishu_hire_call_seconds")
        .doesNotContain("feishu_hire_run", "feishu_hire_request");
    assertThat(connector.spans())
        .isNotEmpty()
        .allSatisfy(
            span ->
                assertThat(attributes(span))
                    .containsAnyOf(
                        Map.entry("operation", "Create Site User"),
                        Map.entry("operation", "Submit Website Delivery"),
                        Map.entry("endpoint", "tenant_access_token"),
                        Map.entry("endpoint", "create_site_user"),
                        Map.entry("endpoint", "create_by_attachment")));
  }

  @Test
  void theyAreOffUntilAskedFor() {
    try (RunningConnector usual = start()) {
      usual.awaitEnd(createUser(usual, "ext-6"));

      assertThat(usual.spans()).isEmpty();
      assertThat(usual.context().getBeansOfType(OpenTelemetry.class)).isEmpty();
      assertThat(usual.scrape())
          .contains("feishu_hire_job_seconds")
          .doesNotContain("feishu_hire_run", "feishu_hire_request");
      assertThat(usual.log().jobs())
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line.getMDCPropertyMap()).doesNotContainKey("traceId"));
    }
  }

  private static SpanData run(long instance) {
    return await()
        .atMost(RunningConnector.PATIENCE)
        .until(
            () ->
                connector.spans().stream()
                    .filter(
                        span ->
                            String.valueOf(instance)
                                .equals(attributes(span).get("process.instance.key")))
                    .toList(),
            found -> !found.isEmpty())
        .getFirst();
  }

  private static List<SpanData> requests(SpanData run) {
    return connector.spans().stream()
        .filter(span -> span.getParentSpanId().equals(run.getSpanId()))
        .filter(span -> span.getTraceId().equals(run.getTraceId()))
        .toList();
  }

  private static SpanData only(List<SpanData> spans, String name) {
    List<SpanData> named = spans.stream().filter(span -> span.getName().equals(name)).toList();
    assertThat(named).hasSize(1);
    return named.getFirst();
  }

  private static Map<String, String> attributes(SpanData span) {
    return span.getAttributes().asMap().entrySet().stream()
        .collect(
            Collectors.toMap(
                (Map.Entry<AttributeKey<?>, Object> entry) -> entry.getKey().getKey(),
                entry -> entry.getValue().toString()));
  }
}

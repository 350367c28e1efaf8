package io.github.feishuhire.operation;

import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.github.feishuhire.Application;
import io.github.feishuhire.faults.engine.Gateway;
import io.github.feishuhire.process.EmbeddedEngine;
import io.github.feishuhire.process.Journal;
import io.github.feishuhire.process.Journal.Incident;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as it is shipped, with an embedded engine, and everything it logs and traces. */
final class RunningConnector implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ZeebeTestEngine engine;
  private final Gateway gateway;
  private final Journal journal;
  private final LogCapture log;
  private final SpanCapture spans;
  private final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();

  private RunningConnector(
      ZeebeTestEngine engine,
      Gateway gateway,
      LogCapture log,
      SpanCapture spans,
      ConfigurableApplicationContext context) {
    this.engine = engine;
    this.gateway = gateway;
    this.journal = new Journal(engine);
    this.log = log;
    this.spans = spans;
    this.context = context;
  }

  /** Starts; the settings are those of a command line. */
  static RunningConnector start(String... settings) {
    ZeebeTestEngine engine = EmbeddedEngine.create();
    engine.start();
    Gateway gateway = new Gateway(URI.create("http://" + engine.getGatewayAddress()).getPort());
    gateway.giveJobs();
    LogCapture log = new LogCapture();
    SpringApplication application = new SpringApplication(Application.class);
    SpanCapture spans = new SpanCapture();
    application.addInitializers(
        starting -> log.attach(),
        starting -> starting.getBeanFactory().registerSingleton("spanCapture", spans));
    List<String> usual =
        List.of(
            "--camunda.client.grpc-address=" + gateway.address(),
            "--camunda.client.prefer-rest-over-grpc=false",
            "--camunda.client.auth.method=none",
            "--server.port=0",
            "--logging.threshold.console=OFF");
    ConfigurableApplicationContext context =
        application.run(Stream.concat(usual.stream(), Stream.of(settings)).toArray(String[]::new));
    return new RunningConnector(engine, gateway, log, spans, context);
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  ZeebeTestEngine engine() {
    return engine;
  }

  /** The way to the engine. */
  Gateway gateway() {
    return gateway;
  }

  LogCapture log() {
    return log;
  }

  /** Those that have ended; none while tracing is off. */
  List<SpanData> spans() {
    context
        .getBeanProvider(SdkTracerProvider.class)
        .ifAvailable(provider -> provider.forceFlush().join(10, TimeUnit.SECONDS));
    return spans.ended();
  }

  Journal journal() {
    return journal;
  }

  CamundaClient client() {
    return context.getBean(CamundaClient.class);
  }

  /** A process of one task, called {@code task}. */
  void deploy(String id, String operation, Map<String, String> headers) {
    var model =
        Bpmn.createExecutableProcess(id)
            .startEvent()
            .serviceTask(
                "task",
                task -> {
                  task.zeebeJobType("feishu-hire:" + operation + ":1");
                  headers.forEach(task::zeebeTaskHeader);
                })
            .endEvent()
            .done();
    client().newDeployResourceCommand().addProcessModel(model, id + ".bpmn").send().join();
  }

  long start(String processId, Map<String, ?> variables) {
    return client()
        .newCreateInstanceCommand()
        .bpmnProcessId(processId)
        .latestVersion()
        .variables(variables)
        .send()
        .join()
        .getProcessInstanceKey();
  }

  /** Returns when it has ended well. */
  void awaitEnd(long instance) {
    await()
        .atMost(PATIENCE)
        .until(() -> journal.hasEnded(instance) || journal.incident(instance).isPresent());
    journal
        .incident(instance)
        .ifPresent(
            incident -> {
              throw new AssertionError("an incident instead of an end: " + incident.message());
            });
  }

  Incident awaitIncident(long instance) {
    return await()
        .atMost(PATIENCE)
        .until(() -> journal.incident(instance), Optional::isPresent)
        .orElseThrow();
  }

  /** Retries an incident, as a person does in Operate. */
  void retry(Incident incident) {
    client().newUpdateRetriesCommand(incident.jobKey()).retries(1).send().join();
    client().newResolveIncidentCommand(incident.key()).send().join();
  }

  HttpResponse<String> get(String path) {
    return get("local.server.port", path);
  }

  /** From the port that this property names. */
  HttpResponse<String> get(String port, String path) {
    URI address =
        URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty(port) + path);
    try {
      return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  String scrape() {
    return get("/actuator/prometheus").body();
  }

  @Override
  public void close() {
    http.close();
    context.close();
    gateway.close();
    engine.stop();
    log.detach();
    LoggingSystem.get(RunningConnector.class.getClassLoader())
        .setLogLevel(Logger.ROOT_LOGGER_NAME, LogLevel.INFO);
    LoggerFactory.getLogger(RunningConnector.class).info("closed");
  }
}

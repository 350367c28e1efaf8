package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.worker.Workers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A resume that is a Camunda document, and what becomes of it: beside a store of one document. */
final class AfterUploadIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final byte[] CONTENT = "%PDF-1.7 resume".getBytes(StandardCharsets.UTF_8);
  private static final Map<String, Object> RESUME =
      Map.of(
          "resume",
          Map.of(
              "camunda.document.type",
              "camunda",
              "storeId",
              "in-memory",
              "documentId",
              "d1",
              "metadata",
              Map.of("fileName", "简历.pdf", "size", CONTENT.length)));

  private final ZeebeTestEngine engine = EmbeddedEngine.create();
  private final Journal journal = new Journal(engine);
  private final Sandbox sandbox = Sandbox.start(SandboxSettings.DEFAULT.withoutRateLimits());
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  /** What was asked of the store, with the number of jobs that were completed before. */
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private HttpServer store;
  private CamundaClient client;
  private Workers workers;
  private int answerToDeletion = 204;

  @BeforeEach
  void start() throws IOException {
    store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    store.createContext("/v2/documents/d1", this::answer);
    store.start();
    engine.start();
    client =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create("http://" + engine.getGatewayAddress()))
            .restAddress(URI.create("http://127.0.0.1:" + store.getAddress().getPort()))
            .preferRestOverGrpc(false)
            .build();
    workers = TestWorkers.of(client, sandbox.baseUrl(), new FastTime(20));
    workers.start();
    log.start();
    jobLog().addAppender(log);
  }

  @AfterEach
  void stop() {
    jobLog().detachAppender(log);
    workers.stop(PATIENCE);
    client.close();
    engine.stop();
    store.stop(0);
    sandbox.close();
  }

  private static Logger jobLog() {
    return (Logger) LoggerFactory.getLogger("io.github.feishuhire.job");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean isRead = exchange.getRequestMethod().equals("GET");
      requests.add(
          "%s %s, %s completed"
              .formatted(exchange.getRequestMethod(), exchange.getRequestURI(), completed()));
      byte[] body = isRead ? CONTENT : new byte[0];
      exchange.sendResponseHeaders(isRead ? 200 : answerToDeletion, isRead ? body.length : -1);
      exchange.getResponseBody().write(body);
    }
  }

  private long completed() {
    return journal.jobs(JobIntent.COMPLETED).count();
  }

  private ILoggingEvent lineOfAnUpload(Map<String, String> headers) {
    client
        .newDeployResourceCommand()
        .addResourceBytes(
            OneTask.of("upload", "feishu-hire:upload-resume:1", headers)
                .getBytes(StandardCharsets.UTF_8),
            "upload.bpmn")
        .send()
        .join();
    client
        .newCreateInstanceCommand()
        .bpmnProcessId("upload")
        .latestVersion()
        .variables(RESUME)
        .send()
        .join();
    await().atMost(PATIENCE).until(() -> !log.list.isEmpty());
    return log.list.getFirst();
  }

  @Test
  void keepsTheDocumentUnlessAskedNotTo() {
    ILoggingEvent line = lineOfAnUpload(Map.of());

    assertThat(line.getLevel()).isEqualTo(Level.INFO);
    assertThat(requests).singleElement().asString().startsWith("GET ");
  }

  @Test
  void deletesTheDocumentOnceTheEngineHasTakenTheCompletion() {
    ILoggingEvent line = lineOfAnUpload(Map.of("afterUpload", "delete-document"));

    assertThat(line.getLevel()).isEqualTo(Level.INFO);
    assertThat(requests).hasSize(2);
    assertThat(requests.getFirst()).endsWith(", 0 completed");
    assertThat(requests.getLast())
        .isEqualTo("DELETE /v2/documents/d1?storeId=in-memory, 1 completed");
  }

  @Test
  void aDocumentThatIsNotDeletedIsAWarningInTheLineAndNoIncident() {
    answerToDeletion = 403;

    ILoggingEvent line = lineOfAnUpload(Map.of("afterUpload", "delete-document"));

    assertThat(line.getLevel()).isEqualTo(Level.WARN);
    assertThat(line.getFormattedMessage())
        .contains("done, resume_file_id", "the document is still in Camunda", "(HTTP 403)");
    assertThat(completed()).isEqualTo(1);
  }
}

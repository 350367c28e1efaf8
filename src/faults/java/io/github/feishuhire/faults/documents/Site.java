package io.github.feishuhire.faults.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.github.feishuhire.faults.engine.Image;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.testbed.engine.Broker;
import io.github.feishuhire.testbed.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.Okio;
import org.awaitility.Awaitility;

/** A broker with documents, the sandbox, and a worker as the image has it between them. */
final class Site implements AutoCloseable {

  private static final String PROCESS = "upload";
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private final Path folder = TARGET.resolve("faults/documents-" + System.nanoTime());
  private final Path home = TARGET.resolve("broker/camunda-zeebe-8.6.0");
  private final Broker broker =
      new Broker(
          home,
          folder,
          KeptDocuments.compile(home, folder.resolveSibling("registry"))
              + ":"
              + home.resolve("config"),
          List.of("-Xmx1500m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
          Map.of(
              "SPRING_SERVLET_MULTIPART_MAXFILESIZE", "400MB",
              "SPRING_SERVLET_MULTIPART_MAXREQUESTSIZE", "400MB"));
  private final Sandbox sandbox = Sandbox.start();
  private final Line line = new Line(sandbox.baseUrl());
  private final OkHttpClient http =
      new OkHttpClient.Builder()
          .readTimeout(Duration.ofMinutes(2))
          .writeTimeout(Duration.ofMinutes(2))
          .build();
  private final ChildProcess worker;

  /** With further settings of the worker. */
  Site(Map<String, String> settings) {
    broker.start();
    var model =
        Bpmn.createExecutableProcess(PROCESS)
            .startEvent()
            .serviceTask("task")
            .zeebeJobType("feishu-hire:upload-resume:1")
            .zeebeTaskHeader("retryBackoff", "PT1S")
            .endEvent()
            .done();
    broker.client().newDeployResourceCommand().addProcessModel(model, "u.bpmn").send().join();
    Map<String, String> environment = new HashMap<>(Image.environment());
    environment.put("FEISHU_BASE_URL", line.address().toString());
    environment.put("FEISHU_APP_ID", "cli_sandbox00000001");
    environment.put("FEISHU_APP_SECRET", "sandbox-secret");
    environment.put("CAMUNDA_CLIENT_MODE", "self-managed");
    environment.put("CAMUNDA_CLIENT_GRPC_ADDRESS", "http://127.0.0.1:" + broker.port());
    environment.put("CAMUNDA_CLIENT_PREFER_REST_OVER_GRPC", "false");
    environment.put("CAMUNDA_CLIENT_REST_ADDRESS", broker.restAddress().toString());
    environment.put("SERVER_PORT", "0");
    environment.putAll(settings);
    worker =
        ChildProcess.java(
            List.of(
                "-Xlog:gc:file=" + folder.resolve("worker-gc.log"),
                "-jar",
                TARGET.resolve("feishu-hire-connector.jar").toString()),
            environment,
            folder.resolve("worker.log"));
  }

  Sandbox sandbox() {
    return sandbox;
  }

  Line line() {
    return line;
  }

  boolean isAlive() {
    return worker.isAlive();
  }

  long pid() {
    return worker.pid();
  }

  Broker broker() {
    return broker;
  }

  /** What a form would do with a file: puts it into the broker's document store. */
  JsonNode store(String name, String type, long size) throws IOException {
    RequestBody content =
        new RequestBody() {
          @Override
          public MediaType contentType() {
            return MediaType.get(type);
          }

          @Override
          public long contentLength() {
            return size;
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            try (var source = Okio.source(new Bytes(size))) {
              sink.writeAll(source);
            }
          }
        };
    String metadata =
        new JsonMapper()
            .writeValueAsString(Map.of("fileName", name, "contentType", type, "size", size));
    RequestBody form =
        new MultipartBody.Builder()
            .setType(MultipartBody.FORM)
            .addFormDataPart("file", "file", content)
            .addFormDataPart(
                "metadata",
                "metadata.json",
                RequestBody.create(metadata, MediaType.get("application/json")))
            .build();
    Request request =
        new Request.Builder().url(broker.restAddress() + "/v2/documents").post(form).build();
    try (Response response = http.newCall(request).execute()) {
      String body = response.body().string();
      if (!response.isSuccessful()) {
        throw new IOException(response.code() + " " + body);
      }
      return new JsonMapper().readTree(body);
    }
  }

  void delete(JsonNode document) throws IOException {
    String id = document.path("documentId").textValue();
    Request request =
        new Request.Builder().url(broker.restAddress() + "/v2/documents/" + id).delete().build();
    try (Response response = http.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException(String.valueOf(response.code()));
      }
    }
  }

  /** Starts an instance. */
  void upload(Object resume) {
    broker
        .client()
        .newCreateInstanceCommand()
        .bpmnProcessId(PROCESS)
        .latestVersion()
        .variables(Map.of("resume", resume))
        .send()
        .join();
  }

  void await(Duration atMost, BooleanSupplier condition) {
    try {
      Awaitility.await()
          .atMost(atMost)
          .pollInterval(Duration.ofMillis(200))
          .until(
              () -> {
                if (!worker.isAlive()) {
                  throw new IllegalStateException("the worker has ended");
                }
                return condition.getAsBoolean();
              });
    } catch (RuntimeException e) {
      throw new IllegalStateException(log(), e);
    }
  }

  /** Everything the worker has written. */
  String log() {
    return worker.output();
  }

  @Override
  public void close() {
    worker.kill();
    broker.close();
    line.close();
    sandbox.close();
  }
}

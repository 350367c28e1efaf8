package io.github.feishuhire.faults.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.github.feishuhire.testbed.engine.Broker;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.StandIn;
import io.github.feishuhire.testbed.process.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Camunda 8.6 hands out jobs over REST too, but with keys that nobody can complete. */
final class OldRestIT {

  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path FOLDER = TARGET.resolve("faults/rest-" + System.currentTimeMillis());
  private static final String JOB_TYPE = "feishu-hire:list-websites:1";

  @Test
  void runsNoJobAndSaysWhatToSet() {
    Path log = FOLDER.resolve("worker.log");
    try (Broker broker = new Broker(TARGET.resolve("broker/camunda-zeebe-8.6.0"), FOLDER);
        StandIn feishu = new StandIn()) {
      broker.start();
      start(broker);
      ChildProcess worker = worker(broker, feishu, log);
      try {
        Awaitility.await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> lines(log).stream().anyMatch(line -> line.contains("gives no jobs")));

        assertThat(lines(log))
            .filteredOn(line -> line.contains("gives no jobs"))
            .first()
            .asString()
            .contains(JOB_TYPE, "older than 8.8", "CAMUNDA_CLIENT_PREFER_REST_OVER_GRPC=false");
        assertThat(lines(log)).noneMatch(line -> line.startsWith("\tat "));
        assertThat(feishu.requests())
            .as("but for the token that is fetched at start")
            .allMatch(request -> request.kind() == Kind.TOKEN);
        assertThat(worker.isAlive()).isTrue();
      } finally {
        worker.kill();
      }
    }
  }

  private static void start(Broker broker) {
    var model =
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask("task")
            .zeebeJobType(JOB_TYPE)
            .endEvent()
            .done();
    broker.client().newDeployResourceCommand().addProcessModel(model, "p.bpmn").send().join();
    broker.client().newCreateInstanceCommand().bpmnProcessId("p").latestVersion().send().join();
  }

  private static ChildProcess worker(Broker broker, StandIn feishu, Path log) {
    return ChildProcess.java(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-jar",
            TARGET.resolve("feishu-hire-connector.jar").toString()),
        Map.of(
            "FEISHU_BASE_URL", feishu.baseUrl("rest").toString(),
            "FEISHU_APP_ID", "cli_rest",
            "FEISHU_APP_SECRET", "canary-secret",
            "CAMUNDA_CLIENT_MODE", "self-managed",
            "CAMUNDA_CLIENT_GRPC_ADDRESS", "http://127.0.0.1:" + broker.port(),
            "CAMUNDA_CLIENT_REST_ADDRESS", broker.restAddress().toString(),
            "CAMUNDA_CLIENT_PREFER_REST_OVER_GRPC", "true",
            "SERVER_PORT", "0"),
        log);
  }

  private static List<String> lines(Path log) {
    try {
      return Files.exists(log) ? Files.readAllLines(log) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

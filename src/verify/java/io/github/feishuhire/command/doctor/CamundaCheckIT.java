package io.github.feishuhire.command.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.github.feishuhire.api.App;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.command.CommandRun;
import io.github.feishuhire.command.setup.Setup;
import io.github.feishuhire.network.Egress;
import io.github.feishuhire.process.EmbeddedEngine;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault on the way to Camunda is found and named. */
final class CamundaCheckIT {

  private static final ZeebeTestEngine ENGINE = EmbeddedEngine.create();

  @BeforeAll
  static void start() {
    ENGINE.start();
  }

  @AfterAll
  static void stop() {
    ENGINE.stop();
  }

  private static List<Finding> examine(URI grpc, URI rest, boolean jobsOverRest, boolean known) {
    List<Finding> findings = new ArrayList<>();
    try (CamundaClient client =
        CamundaClient.newClientBuilder()
            .grpcAddress(grpc)
            .restAddress(rest)
            .preferRestOverGrpc(jobsOverRest)
            .build()) {
      new CamundaCheck(new Words(Language.EN), () -> client, known).examine(findings::add);
    }
    return findings;
  }

  private static URI engine() {
    return URI.create("http://" + ENGINE.getGatewayAddress());
  }

  private static URI nobody() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + closed.getLocalPort());
    }
  }

  @Test
  void saysTheVersionOfTheEngineAndWhatIsLeftOut() throws IOException {
    List<Finding> findings = examine(engine(), nobody(), false, false);

    assertThat(findings).hasSize(2);
    assertThat(findings.getFirst().state()).isEqualTo(Finding.State.OK);
    assertThat(findings.getFirst().text())
        .isEqualTo("jobs over gRPC at %s, version 8.8.21", ENGINE.getGatewayAddress());
    assertThat(findings.getLast().state()).isEqualTo(Finding.State.NOTE);
    assertThat(findings.getLast().text()).startsWith("REST is not configured");
  }

  @Test
  void notesWhatCanBeReadOnTheWay() {
    List<Finding> findings =
        examine(engine(), URI.create("http://camunda.invalid:8080"), false, true);

    assertThat(findings)
        .filteredOn(finding -> finding.state() == Finding.State.NOTE)
        .singleElement()
        .satisfies(
            note ->
                assertThat(note.text())
                    .startsWith("REST to another machine is plain http")
                    .contains("CAMUNDA_CLIENT_REST_ADDRESS"));
  }

  @Test
  void everythingIsWellWithAnEngineAndTheSandbox() {
    try (Sandbox sandbox = Sandbox.start();
        CamundaClient client =
            CamundaClient.newClientBuilder()
                .grpcAddress(engine())
                .preferRestOverGrpc(false)
                .build()) {
      App app = new App(sandbox.baseUrl(), "cli_sandbox00000001", "sandbox-secret");
      Setup setup =
          new Setup(
              List.of(),
              List.of(),
              null,
              Map.of("default", app),
              Map.of(),
              QuotaShare.ALONE,
              Egress.OF_THE_JVM,
              () -> client,
              false,
              new Words(Language.EN));

      CommandRun run = CommandRun.with(setup, "doctor");

      assertThat(run.out().lines()).last().isEqualTo("All is well.");
      assertThat(run.status()).isZero();
    }
  }

  @Test
  void namesAnEngineThatCannotBeReachedOverGrpc() throws IOException {
    URI nobody = nobody();

    Finding fault = examine(nobody, nobody, false, false).getFirst();

    assertThat(fault.isFault()).isTrue();
    assertThat(fault.text())
        .isEqualTo("jobs over gRPC at 127.0.0.1:" + nobody.getPort() + ": cannot be reached");
    assertThat(fault.advice()).contains("CAMUNDA_CLIENT_GRPC_ADDRESS");
  }

  @Test
  void namesRestThatIsConfiguredForDocumentsAndCannotBeReached() throws IOException {
    URI nobody = nobody();

    List<Finding> findings = examine(engine(), nobody, false, true);

    assertThat(findings.getFirst().isFault()).isFalse();
    assertThat(findings.getLast().isFault()).isTrue();
    assertThat(findings.getLast().text())
        .isEqualTo("documents over REST at 127.0.0.1:" + nobody.getPort() + ": cannot be reached");
  }

  @ParameterizedTest
  @CsvSource({
    "401, Camunda does not accept the credentials",
    "403, the client may not read the cluster",
    "404, no answer that says which Camunda this is (ProblemException)",
  })
  void namesWhatRestRefuses(int status, String expected) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    server.createContext(
        "/",
        exchange -> {
          byte[] body =
              "{\"status\":%d,\"title\":\"no\"}"
                  .formatted(status)
                  .getBytes(java.nio.charset.StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      URI rest = URI.create("http://127.0.0.1:" + server.getAddress().getPort());

      List<Finding> findings = examine(nobody(), rest, true, true);

      assertThat(findings).hasSize(1);
      assertThat(findings.getFirst().isFault()).isTrue();
      assertThat(findings.getFirst().text())
          .isEqualTo("jobs over REST at 127.0.0.1:" + rest.getPort() + ": " + expected);
    } finally {
      server.stop(0);
    }
  }
}

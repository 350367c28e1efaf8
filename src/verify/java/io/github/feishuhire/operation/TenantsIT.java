package io.github.feishuhire.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.gateway.protocol.GatewayGrpc.GatewayImplBase;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.github.feishuhire.Application;
import io.github.feishuhire.worker.Workers;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;

/** For which of Camunda's tenants the worker asks for jobs; the embedded engine has one only. */
final class TenantsIT {

  private final List<List<String>> asked = new CopyOnWriteArrayList<>();
  private Server gateway;

  @BeforeEach
  void start() throws IOException {
    gateway =
        Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
            .addService(
                new GatewayImplBase() {
                  @Override
                  public void activateJobs(
                      ActivateJobsRequest request, StreamObserver<ActivateJobsResponse> answer) {
                    asked.add(List.copyOf(request.getTenantIdsList()));
                    answer.onCompleted();
                  }
                })
            .build()
            .start();
  }

  @AfterEach
  void stop() {
    gateway.shutdownNow();
  }

  @Test
  void asksForThoseOfAnEngineWithoutTenantsByItself() {
    assertThat(askedFor()).containsExactly("<default>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--camunda.client.worker.defaults.tenant-ids=team-a,team-b",
        "--camunda.client.tenant-ids=team-a,team-b"
      })
  void asksForThoseThatCamundasStarterIsTold(String setting) {
    assertThat(askedFor(setting)).containsExactlyInAnyOrder("team-a", "team-b");
  }

  /** By all of the pollers alike. */
  private List<String> askedFor(String... settings) {
    List<String> usual =
        List.of(
            "--camunda.client.grpc-address=http://127.0.0.1:" + gateway.getPort(),
            "--camunda.client.prefer-rest-over-grpc=false",
            "--camunda.client.auth.method=none",
            "--feishu.base-url=http://127.0.0.1:1",
            "--feishu.app-id=cli_nobody",
            "--feishu.app-secret=nothing",
            "--server.port=0");
    SpringApplication application = new SpringApplication(Application.class);
    try (var context =
        application.run(
            Stream.concat(usual.stream(), Stream.of(settings)).toArray(String[]::new))) {
      await().until(() -> asked.size() >= context.getBean(Workers.class).states().size());
    }
    assertThat(Set.copyOf(asked)).hasSize(1);
    return asked.getFirst();
  }
}

package io.github.feishuhire.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.gateway.protocol.GatewayGrpc.GatewayImplBase;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.github.feishuhire.Application;
import io.github.feishuhire.worker.Operations;
import io.github.feishuhire.worker.Workers;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;

/** How the worker asks Camunda for jobs. */
final class FetchingIT {

  private static final String UPLOAD = "feishu-hire:upload-resume:1";

  private final List<ActivateJobsRequest> asked = new CopyOnWriteArrayList<>();
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
                    asked.add(request);
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
  void asksForTheTenantOfAnEngineWithoutTenantsByItself() {
    assertThat(tenants()).containsExactly("<default>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--camunda.client.worker.defaults.tenant-ids=team-a,team-b",
        "--camunda.client.tenant-ids=team-a,team-b"
      })
  void asksForTheTenantsThatCamundasStarterIsTold(String setting) {
    assertThat(tenants(setting)).containsExactlyInAnyOrder("team-a", "team-b");
  }

  /** By all of the pollers alike. */
  private Set<String> tenants(String... settings) {
    ask(settings);
    Set<Set<String>> each =
        asked.stream()
            .map(request -> Set.copyOf(request.getTenantIdsList()))
            .collect(Collectors.toSet());
    assertThat(each).hasSize(1);
    return each.iterator().next();
  }

  @Test
  void asksAsTheCatalogueSaysByItself() {
    ask();

    assertThat(types()).hasSize(Operations.TASKS.size());
    assertThat(asked(UPLOAD))
        .returns("default", ActivateJobsRequest::getWorker)
        .returns(10_000L, ActivateJobsRequest::getRequestTimeout)
        .returns(360_000L, ActivateJobsRequest::getTimeout);
  }

  @Test
  void asksAsCamundasStarterIsTold() {
    ask(
        "--camunda.client.worker.defaults.name=hire",
        "--camunda.client.worker.defaults.max-jobs-active=9",
        "--camunda.client.worker.defaults.request-timeout=20s",
        "--camunda.client.worker.defaults.timeout=PT7M",
        "--camunda.client.worker.defaults.tenant-ids=team-a",
        "--camunda.client.worker.override.upload-resume.name=uploads",
        "--camunda.client.worker.override.upload-resume.max-jobs-active=2",
        "--camunda.client.worker.override.upload-resume.timeout=PT8M",
        "--camunda.client.worker.override.upload-resume.request-timeout=30s",
        "--camunda.client.worker.override.upload-resume.tenant-ids=team-b,team-c",
        "--camunda.client.worker.override.[feishu-hire:list-websites:1].enabled=false");

    assertThat(types())
        .hasSize(Operations.TASKS.size() - 1)
        .doesNotContain("feishu-hire:list-websites:1");
    assertThat(asked("feishu-hire:create-channel:1"))
        .returns("hire", ActivateJobsRequest::getWorker)
        .returns(9, ActivateJobsRequest::getMaxJobsToActivate)
        .returns(20_000L, ActivateJobsRequest::getRequestTimeout)
        .returns(420_000L, ActivateJobsRequest::getTimeout)
        .returns(List.of("team-a"), request -> List.copyOf(request.getTenantIdsList()));
    assertThat(asked(UPLOAD))
        .returns("uploads", ActivateJobsRequest::getWorker)
        .returns(2, ActivateJobsRequest::getMaxJobsToActivate)
        .returns(30_000L, ActivateJobsRequest::getRequestTimeout)
        .returns(480_000L, ActivateJobsRequest::getTimeout)
        .returns(Set.of("team-b", "team-c"), request -> Set.copyOf(request.getTenantIdsList()));
  }

  private Set<String> types() {
    return asked.stream().map(ActivateJobsRequest::getType).collect(Collectors.toSet());
  }

  private ActivateJobsRequest asked(String type) {
    return asked.stream().filter(one -> one.getType().equals(type)).findFirst().orElseThrow();
  }

  /** Until each poller has asked at least once. */
  private void ask(String... settings) {
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
      await().until(() -> types().size() >= context.getBean(Workers.class).states().size());
    }
  }
}

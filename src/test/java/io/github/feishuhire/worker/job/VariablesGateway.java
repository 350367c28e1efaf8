package io.github.feishuhire.worker.job;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc.GatewayImplBase;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.SetVariablesRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.SetVariablesResponse;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.worker.engine.Job;
import io.github.feishuhire.worker.engine.JobCommands;
import io.github.feishuhire.worker.engine.Lease;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An engine that takes variables and nothing else, over a real socket. */
final class VariablesGateway extends GatewayImplBase implements AutoCloseable {

  static final long ELEMENT_INSTANCE = 2251799813685300L;
  static final Job JOB =
      new Job(1, ELEMENT_INSTANCE, 2, "task", "hiring", "<default>", 3, Map.of());

  private final List<SetVariablesRequest> received = new CopyOnWriteArrayList<>();
  private final Server server;
  private final CamundaClient client;

  VariablesGateway() {
    try {
      server =
          Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
              .addService(this)
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    client =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create("http://127.0.0.1:" + server.getPort()))
            .preferRestOverGrpc(false)
            .build();
  }

  /** What can be said about one job, with a lease of a minute. */
  JobCommands commands() {
    Time time = Time.system();
    return new JobCommands(client, JOB, new Lease(Duration.ofMinutes(1), time), time, List.of());
  }

  /** What was set, in that order. */
  List<SetVariablesRequest> received() {
    return List.copyOf(received);
  }

  /** For the next test. */
  void forget() {
    received.clear();
  }

  @Override
  public void setVariables(
      SetVariablesRequest request, StreamObserver<SetVariablesResponse> answer) {
    received.add(request);
    answer.onNext(SetVariablesResponse.getDefaultInstance());
    answer.onCompleted();
  }

  @Override
  public void close() {
    client.close();
    server.shutdownNow();
  }
}

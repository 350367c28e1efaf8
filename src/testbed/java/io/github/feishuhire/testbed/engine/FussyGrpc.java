package io.github.feishuhire.testbed.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc.GatewayImplBase;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.SetVariablesRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.SetVariablesResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ThrowErrorRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ThrowErrorResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobTimeoutRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobTimeoutResponse;
import io.github.feishuhire.testbed.engine.FussyEngine.Command;
import io.github.feishuhire.testbed.engine.FussyEngine.No;
import io.github.feishuhire.testbed.engine.FussyEngine.Said;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;

/** A fussy engine's gRPC. */
final class FussyGrpc extends GatewayImplBase implements AutoCloseable {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final FussyEngine engine;
  private final Server server;

  FussyGrpc(FussyEngine engine) {
    this.engine = engine;
    try {
      server =
          Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
              .addService(this)
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  @Override
  public void activateJobs(
      ActivateJobsRequest request, StreamObserver<ActivateJobsResponse> answer) {
    JsonNode content = MAPPER.valueToTree(Map.of("type", request.getType()));
    say(new Said(Command.ACTIVATE, content), ActivateJobsResponse.getDefaultInstance(), answer);
  }

  @Override
  public void completeJob(CompleteJobRequest request, StreamObserver<CompleteJobResponse> answer) {
    say(
        new Said(Command.COMPLETE, json(request.getVariables())),
        CompleteJobResponse.getDefaultInstance(),
        answer);
  }

  @Override
  public void failJob(FailJobRequest request, StreamObserver<FailJobResponse> answer) {
    JsonNode content =
        MAPPER.valueToTree(
            Map.of("retries", request.getRetries(), "errorMessage", request.getErrorMessage()));
    say(new Said(Command.FAIL, content), FailJobResponse.getDefaultInstance(), answer);
  }

  @Override
  public void setVariables(
      SetVariablesRequest request, StreamObserver<SetVariablesResponse> answer) {
    say(
        new Said(Command.SET_VARIABLES, json(request.getVariables())),
        SetVariablesResponse.getDefaultInstance(),
        answer);
  }

  @Override
  public void throwError(ThrowErrorRequest request, StreamObserver<ThrowErrorResponse> answer) {
    JsonNode content = MAPPER.valueToTree(Map.of("errorCode", request.getErrorCode()));
    say(new Said(Command.THROW_ERROR, content), ThrowErrorResponse.getDefaultInstance(), answer);
  }

  @Override
  public void updateJobTimeout(
      UpdateJobTimeoutRequest request, StreamObserver<UpdateJobTimeoutResponse> answer) {
    JsonNode content = MAPPER.valueToTree(Map.of("timeout", request.getTimeout()));
    say(new Said(Command.EXTEND, content), UpdateJobTimeoutResponse.getDefaultInstance(), answer);
  }

  private <A> void say(Said one, A yes, StreamObserver<A> answer) {
    switch (engine.hear(one)) {
      case No.Grpc no -> answer.onError(no.status().asRuntimeException());
      case No.Silence silence -> {}
      case No.Rest notForUs -> yes(yes, answer);
      case null -> yes(yes, answer);
    }
  }

  private static <A> void yes(A yes, StreamObserver<A> answer) {
    answer.onNext(yes);
    answer.onCompleted();
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}

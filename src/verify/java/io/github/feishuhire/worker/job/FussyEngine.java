package io.github.feishuhire.worker.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc.GatewayImplBase;
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
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * An engine, over gRPC and over REST, that takes every command about a job but those it was told to
 * refuse.
 */
final class FussyEngine extends GatewayImplBase implements AutoCloseable {

  private static final JsonMapper MAPPER = new JsonMapper();

  enum Command {
    COMPLETE,
    FAIL,
    SET_VARIABLES,
    THROW_ERROR,
    EXTEND
  }

  /** As it was said, whether or not it was taken. */
  record Said(Command command, JsonNode content) {}

  /** What a command is refused with. */
  sealed interface No {
    record Grpc(Status status) implements No {}

    record Rest(int status, String contentType, String body) implements No {}
  }

  private final List<Said> said = new CopyOnWriteArrayList<>();
  private final Map<Command, Queue<No>> once = new EnumMap<>(Command.class);
  private final Map<Command, No> always = new EnumMap<>(Command.class);
  private final Server grpc;
  private final HttpServer rest;

  FussyEngine() {
    try {
      grpc =
          Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
              .addService(this)
              .build()
              .start();
      rest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rest.createContext("/v2/", this::answer);
    rest.start();
  }

  static No grpc(String code) {
    return new No.Grpc(Status.Code.valueOf(code).toStatus().withDescription("Zhang San"));
  }

  /** As Camunda itself says it. */
  static No rest(int status) {
    String body =
        "{\"type\":\"about:blank\",\"title\":\"no\",\"status\":%d,\"detail\":\"Zhang San\"}"
            .formatted(status);
    return new No.Rest(status, "application/problem+json", body);
  }

  /** As what is between us and Camunda says it. */
  static No proxy(int status) {
    return new No.Rest(status, "text/html", "<html>Zhang San</html>");
  }

  /** In this order, before anything else. */
  synchronized void refuseNext(Command command, No... answers) {
    once.computeIfAbsent(command, none -> new ArrayDeque<>()).addAll(List.of(answers));
  }

  synchronized void refuse(Command command, No answer) {
    always.put(command, answer);
  }

  CamundaClient client(boolean preferRest) {
    return CamundaClient.newClientBuilder()
        .grpcAddress(URI.create("http://127.0.0.1:" + grpc.getPort()))
        .restAddress(URI.create("http://127.0.0.1:" + rest.getAddress().getPort()))
        .preferRestOverGrpc(preferRest)
        .build();
  }

  List<Said> said() {
    return List.copyOf(said);
  }

  List<Command> commands() {
    return said.stream().map(Said::command).toList();
  }

  /** What was last said with this command. */
  JsonNode last(Command command) {
    return said.stream()
        .filter(one -> one.command() == command)
        .reduce((earlier, later) -> later)
        .orElseThrow()
        .content();
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
    if (hear(one) instanceof No.Grpc no) {
      answer.onError(no.status().asRuntimeException());
    } else {
      answer.onNext(yes);
      answer.onCompleted();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode body = MAPPER.readTree(exchange.getRequestBody());
    String path = exchange.getRequestURI().getPath();
    Said one =
        switch (path.substring(path.lastIndexOf('/') + 1)) {
          case "variables" -> new Said(Command.SET_VARIABLES, body.path("variables"));
          case "failure" -> new Said(Command.FAIL, body);
          case "completion" -> new Said(Command.COMPLETE, body.path("variables"));
          default -> throw new IOException("a command that is not expected: " + path);
        };
    if (hear(one) instanceof No.Rest no) {
      byte[] text = no.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", no.contentType());
      exchange.sendResponseHeaders(no.status(), text.length);
      exchange.getResponseBody().write(text);
    } else {
      exchange.sendResponseHeaders(204, -1);
    }
    exchange.close();
  }

  private synchronized @Nullable No hear(Said one) {
    said.add(one);
    Queue<No> next = once.getOrDefault(one.command(), new ArrayDeque<>());
    return next.isEmpty() ? always.get(one.command()) : next.remove();
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
    grpc.shutdownNow();
    rest.stop(0);
  }
}

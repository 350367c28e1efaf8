package io.github.feishuhire.worker.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc.GatewayImplBase;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
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
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Camunda's two interfaces for who asks for jobs: it hands out those it has, or says no. */
final class JobSource extends GatewayImplBase implements AutoCloseable {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final Deque<String> jobs = new ArrayDeque<>();
  private final Server grpc;
  private final HttpServer rest;
  private volatile Status no = Status.OK;
  private volatile int httpNo = 200;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean silent;

  JobSource() {
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
    rest.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    rest.createContext("/v2/jobs/activation", this::answer);
    rest.start();
  }

  CamundaClient client(boolean preferRest) {
    return CamundaClient.newClientBuilder()
        .grpcAddress(URI.create("http://127.0.0.1:" + grpc.getPort()))
        .restAddress(restAddress())
        .preferRestOverGrpc(preferRest)
        .build();
  }

  URI restAddress() {
    return URI.create("http://127.0.0.1:" + rest.getAddress().getPort());
  }

  /** How often somebody has asked. */
  int asked() {
    return asked.get();
  }

  void refuse(Status status) {
    no = status;
  }

  void refuse(int httpStatus) {
    httpNo = httpStatus;
  }

  /**
   * A job to be handed out over REST, once.
   *
   * @param variables as JSON
   */
  synchronized void add(long key, String variables) {
    jobs.add(
        """
        {"jobKey":"%d","type":"test","processDefinitionId":"p","processDefinitionVersion":1,
         "elementId":"task","customHeaders":{},"worker":"w","retries":3,"deadline":1,
         "variables":%s,"tenantId":"<default>","processInstanceKey":"2",
         "processDefinitionKey":"3","elementInstanceKey":"4","kind":"BPMN_ELEMENT",
         "listenerEventType":"UNSPECIFIED"}"""
            .formatted(key, variables));
  }

  /** Jobs that nobody has asked for yet. */
  synchronized int left() {
    return jobs.size();
  }

  @Override
  public void activateJobs(
      ActivateJobsRequest request, StreamObserver<ActivateJobsResponse> answer) {
    asked.incrementAndGet();
    if (silent) {
      return;
    }
    if (no.isOk()) {
      answer.onNext(ActivateJobsResponse.getDefaultInstance());
      answer.onCompleted();
    } else {
      answer.onError(no.asRuntimeException());
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    JsonNode request = MAPPER.readTree(exchange.getRequestBody());
    String body =
        httpNo == 200
            ? "{\"jobs\":["
                + String.join(",", taken(request.path("maxJobsToActivate").asInt()))
                + "]}"
            : "{\"title\":\"no\",\"status\":" + httpNo + ",\"detail\":\"Zhang San\"}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .add("Content-Type", httpNo == 200 ? "application/json" : "application/problem+json");
    exchange.sendResponseHeaders(httpNo, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private synchronized List<String> taken(int most) {
    List<String> taken = new ArrayList<>();
    @Nullable String next = jobs.peek();
    while (taken.size() < most && next != null) {
      taken.add(jobs.remove());
      next = jobs.peek();
    }
    return taken;
  }

  /** Takes requests and says nothing. */
  void fallSilent() {
    silent = true;
  }

  @Override
  public void close() {
    grpc.shutdownNow();
    rest.stop(0);
  }
}

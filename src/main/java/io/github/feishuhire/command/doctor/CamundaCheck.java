package io.github.feishuhire.command.doctor;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.Topology;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks Camunda for its topology over each way that the worker would use. */
final class CamundaCheck {

  private static final String SUBJECT = "camunda";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** One of the two ways to Camunda. */
  private enum Way {
    GRPC("gRPC", "CAMUNDA_CLIENT_GRPC_ADDRESS"),
    REST("REST", "CAMUNDA_CLIENT_REST_ADDRESS");

    private final String label;
    private final String variable;

    Way(String label, String variable) {
      this.label = label;
      this.variable = variable;
    }
  }

  private final Supplier<CamundaClient> camunda;
  private final boolean restConfigured;

  CamundaCheck(Supplier<CamundaClient> camunda, boolean restConfigured) {
    this.camunda = camunda;
    this.restConfigured = restConfigured;
  }

  void examine(Consumer<Finding> findings) {
    CamundaClient client;
    try {
      client = camunda.get();
    } catch (RuntimeException e) {
      findings.accept(
          Finding.fault(
              SUBJECT,
              "its client cannot be made from the settings camunda.client.* (" + reason(e) + ")",
              "Set them as the documentation of Camunda's Spring Boot starter says."));
      return;
    }
    boolean jobsOverRest = client.getConfiguration().preferRestOverGrpc();
    findings.accept(ask(client, jobsOverRest ? Way.REST : Way.GRPC, "jobs"));
    if (jobsOverRest) {
      return;
    }
    findings.accept(
        restConfigured
            ? ask(client, Way.REST, "documents")
            : Finding.note(
                SUBJECT,
                "REST is not configured ("
                    + Way.REST.variable
                    + "), so resumes that are Camunda documents cannot be read"));
  }

  /** The choice of the way is deprecated in favour of one for all requests; here it is per way. */
  @SuppressWarnings("deprecation")
  private static Finding ask(CamundaClient client, Way way, String what) {
    var configuration = client.getConfiguration();
    URI address = way == Way.GRPC ? configuration.getGrpcAddress() : configuration.getRestAddress();
    String where = what + " over " + way.label + " at " + address.getHost() + ":" + port(address);
    try {
      var request = client.newTopologyRequest();
      Topology topology =
          (way == Way.GRPC ? request.useGrpc() : request.useRest())
              .requestTimeout(PATIENCE)
              .send()
              .get();
      return Finding.ok(SUBJECT, where + ", version " + topology.getGatewayVersion());
    } catch (ExecutionException | ClientException e) {
      return fault(way, where, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.fault(SUBJECT, where + ": interrupted", "Run it again.");
    }
  }

  private static Finding fault(Way way, String where, Exception failure) {
    return switch (CamundaTrouble.of(failure)) {
      case AUTHENTICATION ->
          Finding.fault(
              SUBJECT,
              where + ": Camunda does not accept the credentials",
              "Check CAMUNDA_CLIENT_AUTH_METHOD, the client's id and secret, and the audience.");
      case PERMISSION ->
          Finding.fault(
              SUBJECT,
              where + ": the client may not read the cluster",
              "Give it the permission to read the cluster and to work on jobs.");
      case UNREACHABLE ->
          Finding.fault(
              SUBJECT,
              where + ": cannot be reached",
              "Check that Camunda runs there, and the address (" + way.variable + ").");
      case OTHER ->
          Finding.fault(
              SUBJECT,
              where + ": no answer that says which Camunda this is (" + reason(failure) + ")",
              "Check that the address (" + way.variable + ") is Camunda's.");
    };
  }

  /** The kind of the innermost failure; its message may quote what is secret. */
  private static String reason(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost.getClass().getSimpleName();
  }

  private static int port(URI address) {
    return address.getPort() >= 0
        ? address.getPort()
        : "https".equals(address.getScheme()) ? 443 : 80;
  }
}

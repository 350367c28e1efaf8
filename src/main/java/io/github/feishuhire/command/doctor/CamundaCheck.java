package io.github.feishuhire.command.doctor;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.Topology;
import io.github.feishuhire.words.Words;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks Camunda for its topology over each way that the worker would use. */
final class CamundaCheck {

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

  private final Subject subject;
  private final Supplier<CamundaClient> camunda;
  private final boolean restConfigured;

  CamundaCheck(Words words, Supplier<CamundaClient> camunda, boolean restConfigured) {
    this.subject = new Subject("camunda", words);
    this.camunda = camunda;
    this.restConfigured = restConfigured;
  }

  void examine(Consumer<Finding> findings) {
    CamundaClient client;
    try {
      client = camunda.get();
    } catch (RuntimeException e) {
      findings.accept(subject.fault("doctor.camunda.settings", reason(e)));
      return;
    }
    boolean jobsOverRest = client.getConfiguration().preferRestOverGrpc();
    examine(client, jobsOverRest ? Way.REST : Way.GRPC, "doctor.camunda.jobs", findings);
    if (jobsOverRest) {
      return;
    }
    if (restConfigured) {
      examine(client, Way.REST, "doctor.camunda.documents", findings);
    } else {
      findings.accept(subject.note("doctor.camunda.noRest", Way.REST.variable));
    }
  }

  private void examine(CamundaClient client, Way way, String what, Consumer<Finding> findings) {
    findings.accept(ask(client, way, what));
    if (PlainAddress.isReadByOthers(address(client, way))) {
      findings.accept(subject.note("doctor.camunda.plain", way.label, way.variable));
    }
  }

  private static URI address(CamundaClient client, Way way) {
    var configuration = client.getConfiguration();
    return way == Way.GRPC ? configuration.getGrpcAddress() : configuration.getRestAddress();
  }

  /** The choice of the way is deprecated in favour of one for all requests; here it is per way. */
  @SuppressWarnings("deprecation")
  private Finding ask(CamundaClient client, Way way, String what) {
    URI address = address(client, way);
    String where = subject.words().say(what, way.label, address.getHost() + ":" + port(address));
    try {
      var request = client.newTopologyRequest();
      Topology topology =
          (way == Way.GRPC ? request.useGrpc() : request.useRest())
              .requestTimeout(PATIENCE)
              .send()
              .get();
      return subject.ok("doctor.camunda.version", where, topology.getGatewayVersion());
    } catch (ExecutionException | ClientException e) {
      return fault(way, where, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return subject.fault("doctor.camunda.interrupted", where);
    }
  }

  private Finding fault(Way way, String where, Exception failure) {
    return switch (CamundaTrouble.of(failure)) {
      case AUTHENTICATION -> subject.fault("doctor.camunda.authentication", where);
      case PERMISSION -> subject.fault("doctor.camunda.permission", where);
      case UNREACHABLE -> subject.fault("doctor.camunda.unreachable", where, way.variable);
      case OTHER -> subject.fault("doctor.camunda.other", where, way.variable, reason(failure));
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

package io.github.feishuhire;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientConfiguration;
import io.github.feishuhire.command.doctor.PlainAddress;
import java.net.URI;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** Warns once, at start, where candidates and tokens cross a network that anybody may read. */
final class PlainWays implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(PlainWays.class);

  private final CamundaClientConfiguration camunda;
  private final boolean restConfigured;

  PlainWays(CamundaClient client, boolean restConfigured) {
    this.camunda = client.getConfiguration();
    this.restConfigured = restConfigured;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    used()
        .filter(PlainAddress::isReadByOthers)
        .forEach(
            address ->
                LOG.warn(
                    "Camunda at {}:{} is spoken to over plain http: candidates' data and tokens can be read on the way. Use an https address, or have the network encrypt it.",
                    address.getHost(),
                    address.getPort()));
  }

  /** Documents always come over REST. */
  private Stream<URI> used() {
    boolean overRest = camunda.preferRestOverGrpc();
    return Stream.concat(
        overRest ? Stream.empty() : Stream.of(camunda.getGrpcAddress()),
        overRest || restConfigured ? Stream.of(camunda.getRestAddress()) : Stream.empty());
  }
}

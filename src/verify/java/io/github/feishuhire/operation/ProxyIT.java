package io.github.feishuhire.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.testbed.network.PrivateTls;
import io.github.feishuhire.testbed.network.SmallProxy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole connector where Feishu is behind a proxy with a password, and a private authority
 * vouches for it; Camunda is not.
 */
final class ProxyIT {

  private static final String FEISHU = "open.feishu.invalid";

  private static final Map<String, String> SUBMISSION =
      Map.of(
          "website_id", "7047318856652261676",
          "job_post_id", "6960663240925956636",
          "user_id", "6960663240925956634",
          "resume_file_id", "7095614894070434092");

  @TempDir private Path folder;

  @Test
  void carriesASubmissionToFeishuAndNothingToCamunda() throws Exception {
    try (Sandbox sandbox = Sandbox.start();
        PrivateTls tls = new PrivateTls(FEISHU, sandbox.baseUrl());
        SmallProxy proxy = new SmallProxy(Map.of(FEISHU + ":443", tls.port()), "hire:hush hush")) {
      submit(URI.create("https://" + FEISHU), proxy.port(), "hush hush", tls, folder);

      assertThat(sandbox.tasks()).hasSize(1);
      assertThat(Set.copyOf(proxy.connections())).containsExactly(FEISHU + ":443");
    }
  }

  /**
   * Starts a connector and has it submit something.
   *
   * @param proxyPort of this machine, for the user {@code hire}
   * @param password which nobody shall read in the log
   * @param folder for its files
   */
  static void submit(URI feishu, int proxyPort, String password, PrivateTls tls, Path folder)
      throws IOException {
    Path secrets = Files.createDirectory(folder.resolve("secrets"));
    Files.writeString(secrets.resolve("feishu.proxy.password"), password + "\n");
    try (RunningConnector connector =
        RunningConnector.start(
            "--feishu.base-url=" + feishu,
            "--feishu.other-hosts=" + feishu.getHost(),
            "--feishu.app-id=cli_sandbox00000001",
            "--feishu.app-secret=sandbox-secret",
            "--feishu.proxy.host=127.0.0.1",
            "--feishu.proxy.port=" + proxyPort,
            "--feishu.proxy.username=hire",
            "--spring.config.import=configtree:" + secrets + "/",
            "--feishu.ssl.bundle=company",
            "--spring.ssl.bundle.pem.company.truststore.certificate="
                + tls.authority(folder).toUri())) {
      connector.deploy("submit", "submit-website-delivery", Map.of());

      connector.awaitEnd(connector.start("submit", SUBMISSION));

      assertThat(connector.log().lines()).isNotEmpty().asString().doesNotContain(password);
    }
  }
}

package io.github.feishuhire.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.feishuhire.sandbox.Sandbox;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Copies that are counted by a name; this one is alone. */
final class CopiesIT {

  @Test
  void aCopyThatIsAloneIsReadyAndServes() {
    try (Sandbox sandbox = Sandbox.start();
        RunningConnector connector =
            RunningConnector.start(
                "--feishu.base-url=" + sandbox.baseUrl(),
                "--feishu.app-id=cli_sandbox00000001",
                "--feishu.app-secret=sandbox-secret",
                "--feishu.replicas=dns:localhost")) {
      await()
          .untilAsserted(
              () ->
                  assertThat(connector.get("/actuator/health/readiness").body())
                      .contains("\"copies\":{\"status\":\"UP\",\"details\":{\"copies\":1}}"));
      connector.deploy("user", "create-site-user", Map.of());

      connector.awaitEnd(
          connector.start(
              "user", Map.of("website_id", "7047318856652261676", "external_id", "alone")));
    }
  }

  @Test
  void aCopyThatNobodyCountsIsNotReady() {
    try (Sandbox sandbox = Sandbox.start();
        RunningConnector connector =
            RunningConnector.start(
                "--feishu.base-url=" + sandbox.baseUrl(),
                "--feishu.app-id=cli_sandbox00000001",
                "--feishu.app-secret=sandbox-secret",
                "--feishu.replicas=dns:copies.invalid")) {
      await()
          .untilAsserted(
              () ->
                  assertThat(connector.get("/actuator/health/liveness").statusCode())
                      .isEqualTo(200));

      assertThat(connector.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
    }
  }
}

package io.github.feishuhire.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.camunda.zeebe.process.test.filters.RecordStream;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.event.ClientConfig;
import io.github.feishuhire.sandbox.event.EventSettings;
import io.github.feishuhire.sandbox.event.PushedEvent;
import io.github.feishuhire.sandbox.event.Webhook;
import io.github.feishuhire.sandbox.token.App;
import io.github.feishuhire.testbed.process.FreePort;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The running connector hears the sandbox over the long connection and at its webhook. */
final class EventsBothWaysIT {

  private static final int EVENTS = 1000;
  private static final String STAGE_CHANGED = "hire.application.stage_changed_v1";
  private static final App LONG = SandboxSettings.DEFAULT_APP;
  private static final App HOOKED = new App("cli_sandbox00000002", "another", LONG.scopes());

  private final int port = FreePort.find();

  /** What is not accepted soon comes again soon, and clients are called back at once. */
  private EventSettings settings() {
    URI address = URI.create("http://127.0.0.1:" + port + "/feishu/events/hooked");
    return EventSettings.DEFAULT
        .withWebhook(HOOKED.id(), new Webhook(address, "test key", "token"))
        .withClientConfig(new ClientConfig(-1, 1, 0, 1))
        .withRepushes(Collections.nCopies(1000, Duration.ofMillis(500)));
  }

  private RunningConnector connector(Sandbox sandbox) {
    return RunningConnector.start(
        "--feishu.base-url=" + sandbox.baseUrl(),
        "--feishu.app-id=" + LONG.id(),
        "--feishu.app-secret=" + LONG.secret(),
        "--feishu.events.mode=long-connection",
        "--feishu.events.port=" + port,
        "--feishu.connections.hooked.base-url=" + sandbox.baseUrl(),
        "--feishu.connections.hooked.app-id=" + HOOKED.id(),
        "--feishu.connections.hooked.app-secret=" + HOOKED.secret(),
        "--feishu.connections.hooked.events.mode=webhook",
        "--feishu.connections.hooked.events.encrypt-key=test key",
        "--feishu.connections.hooked.events.verification-token=token");
  }

  @Test
  void eachEventIsOneMessageAndNoneIsAcceptedThatTheEngineLacks() throws Exception {
    var sandboxed = SandboxSettings.DEFAULT.withApp(HOOKED).withEvents(settings());
    try (Sandbox sandbox = Sandbox.start(sandboxed);
        RunningConnector connector = connector(sandbox)) {
      await().until(() -> sandbox.longConnections().count(LONG.id()) == 1);
      sandbox.events().duplicateEvery(20);

      happen(sandbox, 0, EVENTS / 2);
      awaitAccepted(sandbox, EVENTS / 4);
      connector.gateway().cut();
      sandbox.longConnections().cutAll();
      happen(sandbox, EVENTS / 2, EVENTS);
      await().atMost(RunningConnector.PATIENCE).until(() -> refused(sandbox) > EVENTS / 10);
      connector.gateway().heal();

      awaitAccepted(sandbox, 2 * EVENTS);
      List<PushedEvent> pushed = sandbox.events().pushes();
      assertThat(pushed).hasSize(2 * EVENTS);
      assertThat(pushed.stream().filter(push -> accepted(push) == 2))
          .as("accepted twice; of the others, the second push met nobody")
          .isNotEmpty();
      List<String> ids = pushed.stream().map(PushedEvent::id).toList();
      await()
          .atMost(RunningConnector.PATIENCE)
          .untilAsserted(
              () -> assertThat(messages(connector)).containsExactlyInAnyOrderElementsOf(ids));
      assertThat(connector.scrape())
          .contains("feishu_hire_events_connected{connection=\"default\"} 1.0")
          .containsPattern("feishu_hire_events_reconnects_total\\{.*lost\"} [1-9]");
      assertThat(connector.get("/actuator/health").body())
          .contains("\"longConnections\":{\"status\":\"UP\",\"details\":{\"default\":\"connected");
    }
  }

  private static void happen(Sandbox sandbox, int from, int to) {
    for (int id = from; id < to; id++) {
      sandbox
          .events()
          .happened(
              STAGE_CHANGED,
              JsonNodeFactory.instance
                  .objectNode()
                  .put("application_id", Integer.toString(id))
                  .put("origin_stage_id", "1")
                  .put("target_stage_id", "2")
                  .put("update_time", 1_652_806_656_258L));
    }
  }

  private static void awaitAccepted(Sandbox sandbox, int atLeast) {
    await()
        .atMost(RunningConnector.PATIENCE)
        .until(
            () -> {
              List<PushedEvent> pushes = sandbox.events().pushes();
              return pushes.stream().filter(PushedEvent::isAccepted).count() >= atLeast
                  && (atLeast < 2 * EVENTS || pushes.stream().allMatch(PushedEvent::isOver));
            });
  }

  private static long refused(Sandbox sandbox) {
    return sandbox.events().pushes().stream()
        .filter(push -> !push.answers().isEmpty() && !push.isAccepted())
        .count();
  }

  private static int accepted(PushedEvent push) {
    return Collections.frequency(push.answers(), 200);
  }

  private static List<String> messages(RunningConnector connector) {
    return StreamSupport.stream(
            RecordStream.of(connector.engine().getRecordStreamSource())
                .messageRecords()
                .spliterator(),
            false)
        .filter(record -> record.getIntent() == MessageIntent.PUBLISHED)
        .map(record -> record.getValue().getMessageId())
        .toList();
  }
}

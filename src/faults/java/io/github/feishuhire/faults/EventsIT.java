package io.github.feishuhire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.event.ClientConfig;
import io.github.feishuhire.sandbox.event.EventSettings;
import io.github.feishuhire.sandbox.event.PushedEvent;
import io.github.feishuhire.sandbox.event.Webhook;
import io.github.feishuhire.sandbox.token.App;
import io.github.feishuhire.testbed.engine.Broker;
import io.github.feishuhire.testbed.process.ChildProcess;
import io.github.feishuhire.testbed.process.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Events that are pushed both ways, some of them twice, while the worker and then the broker are
 * killed: each becomes one message, and what Feishu was told it has, the engine has.
 */
final class EventsIT {

  private static final String STAGE_CHANGED = "hire.application.stage_changed_v1";
  private static final App LONG = SandboxSettings.DEFAULT_APP;
  private static final App HOOKED = new App("cli_sandbox00000002", "another", LONG.scopes());
  private static final int KILLS = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Size size = Size.configured();
  private final Path folder = Stage.FOLDER.resolve("events-" + size.seed());
  private final Broker broker =
      new Broker(Stage.FOLDER.resolveSibling("broker/camunda-zeebe-8.6.0"), folder);
  private final int port = FreePort.find();
  private final List<ChildProcess> workers = new ArrayList<>();
  private int happened;

  @Test
  void eachEventIsOneMessageWhateverIsKilled() throws IOException {
    int each = size.of(500, 5000);
    int round = each / (KILLS + 2);
    var settings = SandboxSettings.DEFAULT.withApp(HOOKED).withEvents(pushed());
    try (broker;
        Sandbox sandbox = Sandbox.start(settings)) {
      broker.start();
      startWorker(sandbox);
      sandbox.events().duplicateEvery(20);
      for (int kill = 0; kill < KILLS; kill++) {
        happenAndBeInTheMiddle(sandbox, round);
        workers.getLast().kill();
        startWorker(sandbox);
      }
      happenAndBeInTheMiddle(sandbox, round);
      broker.kill();
      Waiting.pass(Duration.ofSeconds(size.of(5, 60)));
      broker.start();
      happen(sandbox, each - happened);

      until(() -> sandbox.events().pushes().stream().allMatch(PushedEvent::isOver));
      List<PushedEvent> all = sandbox.events().pushes();
      assertThat(all).hasSize(2 * each).allMatch(PushedEvent::isAccepted);
      assertThat(all.stream().filter(push -> Collections.frequency(push.answers(), 200) > 1))
          .as("accepted twice; of the others, the second push met nobody")
          .isNotEmpty();
      assertThat(messages())
          .containsExactlyInAnyOrderElementsOf(all.stream().map(PushedEvent::id).toList());
      report(all);
    } finally {
      workers.stream().filter(ChildProcess::isAlive).forEach(ChildProcess::kill);
    }
  }

  private EventSettings pushed() {
    URI address = URI.create("http://127.0.0.1:" + port + "/feishu/events/hooked");
    return EventSettings.DEFAULT
        .withWebhook(HOOKED.id(), new Webhook(address, "test key", "token"))
        .withClientConfig(new ClientConfig(-1, 1, 1, 2))
        .withRepushes(Collections.nCopies(1000, Duration.ofSeconds(1)));
  }

  private void startWorker(Sandbox sandbox) {
    Map<String, String> environment = new HashMap<>();
    environment.put("FEISHU_BASE_URL", sandbox.baseUrl().toString());
    environment.put("FEISHU_APP_ID", LONG.id());
    environment.put("FEISHU_APP_SECRET", LONG.secret());
    environment.put("FEISHU_EVENTS_MODE", "long-connection");
    environment.put("FEISHU_EVENTS_PORT", Integer.toString(port));
    environment.put("FEISHU_CONNECTIONS_HOOKED_BASE_URL", sandbox.baseUrl().toString());
    environment.put("FEISHU_CONNECTIONS_HOOKED_APP_ID", HOOKED.id());
    environment.put("FEISHU_CONNECTIONS_HOOKED_APP_SECRET", HOOKED.secret());
    environment.put("FEISHU_CONNECTIONS_HOOKED_EVENTS_MODE", "webhook");
    environment.put("FEISHU_CONNECTIONS_HOOKED_EVENTS_ENCRYPT_KEY", "test key");
    environment.put("FEISHU_CONNECTIONS_HOOKED_EVENTS_VERIFICATION_TOKEN", "token");
    environment.put("CAMUNDA_CLIENT_MODE", "self-managed");
    environment.put("CAMUNDA_CLIENT_GRPC_ADDRESS", "http://127.0.0.1:" + broker.port());
    environment.put("CAMUNDA_CLIENT_PREFER_REST_OVER_GRPC", "false");
    environment.put("SERVER_PORT", "0");
    Path jar = Stage.FOLDER.resolveSibling("feishu-hire-connector.jar");
    Path log = folder.resolve("worker-" + workers.size() + ".log");
    workers.add(ChildProcess.java(List.of("-jar", jar.toString()), environment, log));
    until(() -> sandbox.longConnections().count(LONG.id()) == 1);
  }

  /** Returns when some of them were taken and others are on their way. */
  private void happenAndBeInTheMiddle(Sandbox sandbox, int count) {
    long before = accepted(sandbox);
    happen(sandbox, count);
    until(() -> accepted(sandbox) >= before + count / 2);
  }

  private void happen(Sandbox sandbox, int count) {
    for (int i = 0; i < count; i++) {
      happened++;
      sandbox
          .events()
          .happened(
              STAGE_CHANGED,
              JsonNodeFactory.instance
                  .objectNode()
                  .put("application_id", Integer.toString(happened))
                  .put("origin_stage_id", "1")
                  .put("target_stage_id", "2"));
    }
  }

  private static long accepted(Sandbox sandbox) {
    return sandbox.events().pushes().stream().filter(PushedEvent::isAccepted).count();
  }

  private static void until(Callable<Boolean> condition) {
    Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(condition);
  }

  /** Of each message that the broker has written; a restart writes them again. */
  private List<String> messages() throws IOException {
    Map<Long, String> byPosition = new HashMap<>();
    ObjectMapper mapper = new ObjectMapper();
    for (Path output : broker.outputs()) {
      try (Stream<String> lines = Files.lines(output)) {
        for (String line : (Iterable<String>) lines.filter(EventsIT::isPublished)::iterator) {
          JsonNode record = mapper.readTree(line);
          byPosition.put(record.path("position").asLong(), record.at("/value/messageId").asText());
        }
      }
    }
    return List.copyOf(byPosition.values());
  }

  private static boolean isPublished(String line) {
    return line.startsWith("{")
        && line.endsWith("}")
        && line.contains("\"valueType\":\"MESSAGE\"")
        && line.contains("\"intent\":\"PUBLISHED\"");
  }

  private static void report(List<PushedEvent> all) {
    System.out.printf(
        "events: %d pushed %d times, %d of them accepted twice; worker killed %d times, broker"
            + " once; each is one message%n",
        all.size(),
        all.stream().mapToInt(push -> push.answers().size()).sum(),
        all.stream().filter(push -> Collections.frequency(push.answers(), 200) > 1).count(),
        KILLS);
  }
}

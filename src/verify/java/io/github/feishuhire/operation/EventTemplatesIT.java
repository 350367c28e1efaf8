package io.github.feishuhire.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.builder.zeebe.MessageBuilder;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.application.JobApplication;
import io.github.feishuhire.sandbox.application.Origin;
import io.github.feishuhire.sandbox.event.EventSettings;
import io.github.feishuhire.sandbox.event.Webhook;
import io.github.feishuhire.sandbox.offer.OfferStatus;
import io.github.feishuhire.sandbox.website.Tenant;
import io.github.feishuhire.testbed.process.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process with each template of an event goes on when the event comes, once. */
final class EventTemplatesIT {

  private static final String APP = "cli_sandbox00000001";
  private static final String VARIABLE = "my_event";

  private static Sandbox sandbox;
  private static RunningConnector connector;
  private static FeishuPush push;
  private static int events;

  /** What a template writes to an element. */
  record Waiting(String name, String messageName, String correlationKey, String source) {

    void listen(MessageBuilder message) {
      message.name(messageName);
      if (!correlationKey.isEmpty()) {
        message.zeebeCorrelationKey(correlationKey);
      }
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void start() {
    int port = FreePort.find();
    URI address = URI.create("http://127.0.0.1:" + port + "/feishu/events");
    sandbox =
        Sandbox.start(
            SandboxSettings.DEFAULT.withEvents(
                EventSettings.DEFAULT.withWebhook(
                    APP, new Webhook(address, FeishuPush.ENCRYPT_KEY, FeishuPush.TOKEN))));
    connector =
        RunningConnector.start(
            "--feishu.base-url=" + sandbox.baseUrl(),
            "--feishu.app-id=" + APP,
            "--feishu.app-secret=sandbox-secret",
            "--feishu.events.mode=webhook",
            "--feishu.events.port=" + port,
            "--feishu.events.encrypt-key=" + FeishuPush.ENCRYPT_KEY);
    push = new FeishuPush(port);
  }

  @AfterAll
  static void stop() {
    push.close();
    connector.close();
    sandbox.close();
  }

  static List<Waiting> templates() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("element-templates/en/event"))) {
      return files.sorted().map(EventTemplatesIT::waiting).toList();
    }
  }

  private static Waiting waiting(Path file) {
    try {
      JsonNode template = new JsonMapper().readTree(file.toFile());
      return new Waiting(
          file.getFileName().toString().replace(".json", ""),
          bound(template, "bpmn:Message#property").path("value").asText(),
          bound(template, "bpmn:Message#zeebe:subscription#property").path("value").asText(),
          bound(template, "zeebe:output").at("/binding/source").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode bound(JsonNode template, String binding) {
    return template
        .path("properties")
        .valueStream()
        .filter(property -> property.at("/binding/type").asText().equals(binding))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  @ParameterizedTest
  @MethodSource("templates")
  void goesOnWhenTheEventComesAndNotWhenItComesAgain(Waiting template) {
    deploy(template);
    String first = "template-event-" + events++;
    String id = "72" + events;
    boolean starts = template.name().endsWith("-start");
    long waiting =
        starts
            ? 0
            : connector.start(
                template.name(),
                Map.of("delivery_result", Map.of("application_id", id), "offer", Map.of("id", id)));

    assertThat(pushed(template, first, id)).isEqualTo(200);
    long instance =
        starts
            ? await().until(() -> started(template.name()), keys -> !keys.isEmpty()).getFirst()
            : waiting;
    await().until(() -> connector.journal().completed(instance).contains("event"));
    assertThat(pushed(template, first, id)).isEqualTo(200);

    assertThat(connector.journal().hasEnded(instance)).isFalse();
    assertThat(connector.journal().variables(instance).path(VARIABLE).path("event_id").asText())
        .isEqualTo(first);
    assertThat(connector.journal().variables(instance).has("feishu_hire_event")).isFalse();

    assertThat(pushed(template, "template-event-" + events++, id)).isEqualTo(200);
    connector.awaitEnd(instance);
    assertThat(started(template.name())).hasSize(1);
  }

  @Test
  void theKeyOfAnOfferIsWhatGetOfferGives() throws IOException {
    JobApplication application =
        sandbox
            .hiring()
            .add(
                "6960663240925956549",
                "6960663240925956001",
                new Origin(Tenant.SMALL.websites().getFirst(), Optional.empty(), List.of()),
                Instant.now());
    sandbox.offers().bring(application, OfferStatus.SENT);
    Waiting changed =
        templates().stream()
            .filter(one -> one.name().equals("offer-status-changed-catch"))
            .findFirst()
            .orElseThrow();
    var model =
        Bpmn.createExecutableProcess("offer")
            .startEvent()
            .serviceTask("before", task -> task.zeebeJobType("feishu-hire:get-offer:1"))
            .intermediateCatchEvent("event", event -> event.message(changed::listen))
            .serviceTask("after", task -> task.zeebeJobType("feishu-hire:get-offer:1"))
            .endEvent()
            .done();
    connector
        .client()
        .newDeployResourceCommand()
        .addProcessModel(model, "offer.bpmn")
        .send()
        .join();

    long instance = connector.start("offer", Map.of("application_id", application.id()));
    await().until(() -> connector.journal().completed(instance).contains("before"));
    assertThat(connector.journal().variables(instance).at("/offer/status").textValue())
        .isEqualTo("sent");
    sandbox.offers().bring(application, OfferStatus.ACCEPTED);

    connector.awaitEnd(instance);
    assertThat(connector.journal().variables(instance).at("/offer/status").textValue())
        .isEqualTo("accepted");
  }

  private static int pushed(Waiting template, String event, String id) {
    String type =
        switch (template.messageName()) {
          case "feishu-hire:application-stage-changed" -> "hire.application.stage_changed_v1";
          case "feishu-hire:application-deleted" -> "hire.application.deleted_v1";
          default -> "hire.offer.status_changed_v1";
        };
    String about =
        "{\"application_id\":\"%1$s\",\"application_ids\":[\"%1$s\"],\"offer_id\":\"%1$s\"}"
            .formatted(id);
    return push.push("/feishu/events", FeishuPush.event(event, type, APP, about)).status();
  }

  private static List<Long> started(String process) {
    return connector.journal().steps().stream()
        .filter(step -> step.elementId().equals(process))
        .filter(step -> step.intent() == ProcessInstanceIntent.ELEMENT_ACTIVATED)
        .map(step -> step.instance())
        .toList();
  }

  /** With the template, and after it once more the same event. */
  private static void deploy(Waiting template) {
    Consumer<MessageBuilder> message = template::listen;
    var process = Bpmn.createExecutableProcess(template.name());
    String place = template.name().substring(template.name().lastIndexOf('-') + 1);
    AbstractFlowNodeBuilder<?, ?> reached =
        switch (place) {
          case "catch" ->
              process
                  .startEvent()
                  .intermediateCatchEvent(
                      "event",
                      event -> event.message(message).zeebeOutput(template.source(), VARIABLE));
          case "boundary" ->
              process
                  .startEvent()
                  .serviceTask("work", work -> work.zeebeJobType("nobody"))
                  .boundaryEvent(
                      "event",
                      event -> event.message(message).zeebeOutput(template.source(), VARIABLE));
          case "receive" ->
              process
                  .startEvent()
                  .receiveTask(
                      "event",
                      task -> task.message(message).zeebeOutput(template.source(), VARIABLE));
          default ->
              process.startEvent("event").message(message).zeebeOutput(template.source(), VARIABLE);
        };
    String key =
        template.correlationKey().isEmpty()
            ? "="
                + VARIABLE
                + "."
                + (template.name().startsWith("offer") ? "offer" : "application")
                + "_id"
            : template.correlationKey();
    var model =
        reached
            .intermediateCatchEvent(
                "again",
                event ->
                    event.message(
                        more -> more.name(template.messageName()).zeebeCorrelationKey(key)))
            .endEvent()
            .done();
    connector
        .client()
        .newDeployResourceCommand()
        .addProcessModel(model, template.name() + ".bpmn")
        .send()
        .join();
  }
}

package io.github.feishuhire.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.feishuhire.api.application.Stage;
import io.github.feishuhire.api.application.StageType;
import io.github.feishuhire.worker.catalogue.EventType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The samples of Feishu's documentation, and what is near them. */
final class MessagesTest {

  private static final String EVENT = "feishu_hire_event";

  private static final Map<String, Stage> STAGES =
      Map.of(
          "6891470273281123214",
          new Stage("6891470273281123214", "面试", "Interview", StageType.INTERVIEW),
          "6891470273281123215",
          new Stage("6891470273281123215", "笔试", null, StageType.WRITTEN_TEST),
          "6891470273281123216",
          new Stage("6891470273281123216", null, null, StageType.OFFER));

  @Test
  void tellWhichStageAnApplicationIsIn() {
    Message message =
        only(
            EventType.APPLICATION_STAGE_CHANGED,
            """
            {"application_id": "6891470273284114702", "origin_stage_id": "6891470273281123213",
            "target_stage_id": "6891470273281123214", "update_time": 1652806656258}
            """);

    assertThat(message.name()).isEqualTo("feishu-hire:application-stage-changed");
    assertThat(message.key()).isEqualTo("6891470273284114702");
    assertThat(message.id()).isEqualTo("e1");
    assertThat(message.variables())
        .isEqualTo(
            Map.of(
                "feishu_hire_event",
                Map.of(
                    "type",
                    "hire.application.stage_changed_v1",
                    "event_id",
                    "e1",
                    "time",
                    "2020-12-23T12:19:49Z",
                    "application_id",
                    "6891470273284114702",
                    "origin_stage",
                    Map.of("id", "6891470273281123213"),
                    "target_stage",
                    Map.of(
                        "id",
                        "6891470273281123214",
                        "name",
                        Map.of("zh_cn", "面试", "en_us", "Interview"),
                        "type",
                        "interview"))));
  }

  @Test
  void nameAStageAsFarAsItHasNames() {
    String event = "{\"application_id\": \"1\", \"target_stage_id\": \"%s\"}";

    assertThat(stage(event.formatted("6891470273281123215")))
        .isEqualTo(
            Map.of(
                "id",
                "6891470273281123215",
                "name",
                Map.of("zh_cn", "笔试"),
                "type",
                "written_test"));
    assertThat(stage(event.formatted("6891470273281123216")))
        .isEqualTo(Map.of("id", "6891470273281123216", "type", "offer"));
  }

  private static Object stage(String event) {
    Message message = only(EventType.APPLICATION_STAGE_CHANGED, event);
    Map<?, ?> variable = (Map<?, ?>) Objects.requireNonNull(message.variables().get(EVENT));
    return Objects.requireNonNull(variable.get("target_stage"));
  }

  @Test
  void areOneForEachApplicationThatIsDeleted() {
    List<Message> messages =
        messages(EventType.APPLICATION_DELETED, "{\"application_ids\": [\"71\", \"72\", \"71\"]}");

    assertThat(messages).extracting(Message::key).containsExactly("71", "72");
    assertThat(messages).extracting(Message::id).containsExactly("e1/71", "e1/72");
    assertThat(messages)
        .extracting(
            one ->
                new JsonMapper()
                    .valueToTree(one.variables())
                    .at("/feishu_hire_event/application_id")
                    .asText())
        .containsExactly("71", "72");
  }

  @Test
  void keepEveryDigitOfAnId() {
    Message message = only(EventType.OFFER_STATUS_CHANGED, "{\"offer_id\": 6891470273284114702}");

    assertThat(message.key()).isEqualTo("6891470273284114702");
  }

  @Test
  void tellWhichTagATalentHas() {
    Message message =
        only(
            EventType.TALENT_TAG_CHANGED,
            """
            {"talent_id": "6890840517010000141", "application_id": "6890840517010000142",
            "type": 1, "tag": {"id": "7023711013443944467",
            "name": {"zh_cn": "重点", "en_us": "Key"}, "description": {"zh_cn": "x"}}}
            """);

    assertThat(message.key()).isEqualTo("6890840517010000141");
    assertThat((Map<?, ?>) message.variables().get("feishu_hire_event"))
        .extracting("application_id", "tag")
        .containsExactly(
            "6890840517010000142",
            Map.of("id", "7023711013443944467", "name", Map.of("zh_cn", "重点", "en_us", "Key")));
  }

  @ParameterizedTest
  @EnumSource
  void areNoneWithoutAnId(EventType type) {
    assertThat(messages(type, "{}")).isEmpty();
    assertThat(messages(type, "{\"" + type.key() + "\": \"\"}")).isEmpty();
    assertThat(messages(type, "{\"application_ids\": [null, {}, \"71\"]}")).isEmpty();
    assertThat(messages(type, "null")).isEmpty();
  }

  @Test
  void areNotPrintedWithWhatTheyTell() {
    Message message =
        only(
            EventType.TALENT_TAG_CHANGED, "{\"talent_id\": \"71\", \"tag\": {\"id\": \"canary\"}}");

    assertThat(message.toString()).contains("71").doesNotContain("canary");
  }

  private static Message only(EventType type, String event) {
    List<Message> messages = messages(type, event);
    assertThat(messages).hasSize(1);
    return messages.getFirst();
  }

  private static List<Message> messages(EventType type, String event) {
    String text =
        """
        {"schema": "2.0", "header": {"event_id": "e1", "event_type": "%s",
        "create_time": "1608725989000", "app_id": "a"}, "event": %s}
        """
            .formatted(type.type(), event);
    Envelope envelope =
        Objects.requireNonNull(
            Envelope.of(Objects.requireNonNull(Envelope.object(text.getBytes(UTF_8)))));
    return new Messages(STAGES::get).of(type, envelope);
  }
}

package io.github.feishuhire.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.application.Stage;
import io.github.feishuhire.worker.catalogue.EventType;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes messages of events: what a process gets to know, in words that it can use. */
final class Messages {

  private static final String APPLICATION = "application_id";

  private final Function<String, @Nullable Stage> stages;

  /**
   * @param stages by their ids; null for one that is not known now
   */
  Messages(Function<String, @Nullable Stage> stages) {
    this.stages = stages;
  }

  /** One for each id that the event is about; none where it lacks one. */
  List<Message> of(EventType type, Envelope envelope) {
    List<String> keys = new ArrayList<>();
    for (String key : keys(type, envelope.event()).distinct().toList()) {
      if (key == null) {
        return List.of();
      }
      keys.add(key);
    }
    return keys.stream()
        .map(
            key ->
                new Message(
                    type.messageName(),
                    key,
                    keys.size() == 1 ? envelope.id() : envelope.id() + "/" + key,
                    Map.of(EventType.VARIABLE, variable(type, envelope, key))))
        .toList();
  }

  private static Stream<@Nullable String> keys(EventType type, JsonNode event) {
    return type == EventType.APPLICATION_DELETED
        ? event.path("application_ids").valueStream().map(Messages::text)
        : Stream.of(event.path(type.key())).map(Messages::text);
  }

  private Map<String, Object> variable(EventType type, Envelope envelope, String key) {
    JsonNode event = envelope.event();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("type", envelope.type());
    all.put("event_id", envelope.id());
    if (envelope.created() != null) {
      all.put("time", envelope.created().truncatedTo(ChronoUnit.MILLIS).toString());
    }
    Stream.of(APPLICATION, "offer_id", "talent_id")
        .forEach(id -> put(all, id, text(event.path(id))));
    all.put(type.key(), key);
    put(all, "origin_stage", stage(text(event.path("origin_stage_id"))));
    put(all, "target_stage", stage(text(event.path("target_stage_id"))));
    put(all, "tag", tag(event.path("tag")));
    return all;
  }

  private @Nullable Map<String, Object> stage(@Nullable String id) {
    if (id == null) {
      return null;
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", id);
    Stage known = stages.apply(id);
    if (known != null) {
      put(all, "name", names(known.zhName(), known.enName()));
      put(all, "type", known.type() == null ? null : known.type().word());
    }
    return all;
  }

  private static @Nullable Map<String, Object> tag(JsonNode tag) {
    String id = text(tag.path("id"));
    if (id == null) {
      return null;
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", id);
    JsonNode name = tag.path("name");
    put(all, "name", names(text(name.path("zh_cn")), text(name.path("en_us"))));
    return all;
  }

  /** As the operations have them; null where there are none. */
  private static @Nullable Map<String, Object> names(@Nullable String zhCn, @Nullable String enUs) {
    Map<String, Object> all = new LinkedHashMap<>();
    put(all, "zh_cn", zhCn);
    put(all, "en_us", enUs);
    return all.isEmpty() ? null : all;
  }

  private static void put(Map<String, Object> all, String name, @Nullable Object value) {
    if (value != null) {
      all.put(name, value);
    }
  }

  /** As text, digit for digit, even if it were a number; null where there is none. */
  private static @Nullable String text(JsonNode node) {
    boolean isText = node.isTextual() || node.isIntegralNumber();
    return isText && !node.asText().isBlank() ? node.asText() : null;
  }
}

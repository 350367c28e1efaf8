package io.github.feishuhire.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event as Feishu pushes it (schema 2.0), whichever way it comes.
 *
 * @param id the same when the event is pushed again
 * @param created null where it cannot be read
 * @param appId of the app that has subscribed to it
 * @param token the app's verification token
 * @param event what depends on the type
 * @see <a
 *     href="https://open.feishu.cn/document/server-docs/event-subscription-guide/event-subscription-configure-/request-url-configuration-case">
 *     Feishu: structure of events</a>
 */
public record Envelope(
    String id, String type, @Nullable Instant created, String appId, String token, JsonNode event) {

  private static final Pattern TIME = Pattern.compile("[0-9]{10,18}");
  private static final int SECONDS = 10;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(50).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The JSON object that this is; null for anything else. */
  public static @Nullable JsonNode object(byte[] text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node.isObject() ? node : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Null for an object that lacks what every event has. */
  public static @Nullable Envelope of(JsonNode object) {
    JsonNode header = object.path("header");
    String id = header.path("event_id").asText();
    String type = header.path("event_type").asText();
    if (id.isBlank() || type.isBlank()) {
      return null;
    }
    return new Envelope(
        id,
        type,
        time(header.path("create_time").asText()),
        header.path("app_id").asText(),
        header.path("token").asText(),
        object.path("event"));
  }

  /** Documented are milliseconds; samples have microseconds too. */
  private static @Nullable Instant time(String digits) {
    if (!TIME.matcher(digits).matches()) {
      return null;
    }
    long seconds = Long.parseLong(digits.substring(0, SECONDS));
    String fraction = (digits.substring(SECONDS) + "000000000").substring(0, 9);
    return Instant.ofEpochSecond(seconds, Long.parseLong(fraction));
  }

  /** Without what the event tells. */
  @Override
  public String toString() {
    return "Envelope[" + id + ", " + type + "]";
  }
}

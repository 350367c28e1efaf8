package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times, which Feishu tells in milliseconds: here as a number, there as text. */
public final class Millis {

  private Millis() {}

  /** Null where there is no time, or a zero in its place. */
  public static @Nullable Instant instant(@Nullable JsonNode millis) {
    String text = millis == null ? "" : millis.asText();
    return text.matches("[1-9][0-9]{0,14}") ? Instant.ofEpochMilli(Long.parseLong(text)) : null;
  }
}

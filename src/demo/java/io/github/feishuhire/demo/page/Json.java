package io.github.feishuhire.demo.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.util.Collection;

/** As the page reads and writes it: keys are text, since a browser rounds long numbers. */
final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(
              new SimpleModule()
                  .addSerializer(Long.class, ToStringSerializer.instance)
                  .addSerializer(Long.TYPE, ToStringSerializer.instance))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private static final int LONG = 200;

  private Json() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads what the page has sent.
   *
   * @throws BadRequest when it is something else
   */
  static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new BadRequest("not what was expected", e);
    }
  }

  /** The same with these members blanked. */
  static JsonNode without(ObjectNode tree, Collection<String> secrets) {
    ObjectNode copy = tree.deepCopy();
    secrets.stream().filter(copy::has).forEach(secret -> copy.put(secret, "…"));
    return copy;
  }

  /** The same with long text cut: a resume in a variable would fill the page. */
  static JsonNode shortened(JsonNode value) {
    return switch (value) {
      case TextNode text when text.textValue().length() > LONG ->
          new TextNode(
              text.textValue().substring(0, LONG) + "… (" + text.textValue().length() + ")");
      case ObjectNode tree -> {
        ObjectNode copy = MAPPER.createObjectNode();
        tree.properties().forEach(one -> copy.set(one.getKey(), shortened(one.getValue())));
        yield copy;
      }
      case ArrayNode list -> {
        ArrayNode copy = MAPPER.createArrayNode();
        list.forEach(one -> copy.add(shortened(one)));
        yield copy;
      }
      default -> value;
    };
  }

  /** JSON in lines, without secrets; anything else as it is. */
  static String tidy(String text, Collection<String> secrets) {
    try {
      return MAPPER.readTree(text) instanceof ObjectNode tree
          ? MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(without(tree, secrets))
          : text;
    } catch (JsonProcessingException e) {
      return text;
    }
  }

  /** Nothing that this page would send. */
  static final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadRequest(String message, Throwable cause) {
      super(message, cause);
    }
  }
}

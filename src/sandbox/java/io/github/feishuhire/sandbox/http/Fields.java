package io.github.feishuhire.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Reads the fields of a JSON object and refuses a wrong type. Assumption: {@code null} and the
 * empty text count as absent.
 */
public final class Fields {

  private final String prefix;
  private final ObjectNode tree;

  Fields(String prefix, ObjectNode tree) {
    this.prefix = prefix;
    this.tree = tree;
  }

  public String requiredText(String name) {
    return text(name).orElseThrow(() -> refused(name, "is required"));
  }

  public Optional<String> text(String name) {
    return value(name).map(node -> asText(name, node)).filter(text -> !text.isEmpty());
  }

  public List<String> texts(String name) {
    return value(name)
        .map(
            node -> {
              if (!node.isArray()) {
                throw refused(name, "must be a list of strings");
              }
              return StreamSupport.stream(node.spliterator(), false)
                  .map(element -> asText(name, element))
                  .toList();
            })
        .orElse(List.of());
  }

  public Optional<Integer> integer(String name) {
    return value(name)
        .map(
            node -> {
              if (!node.isInt()) {
                throw refused(name, "must be an integer");
              }
              return node.intValue();
            });
  }

  public Optional<Fields> object(String name) {
    return value(name)
        .map(
            node -> {
              if (node instanceof ObjectNode object) {
                return new Fields(prefix + name + ".", object);
              }
              throw refused(name, "must be an object");
            });
  }

  public Refusal refused(String name, String why) {
    return new Refusal(ErrorCode.PARAMETER_ERROR, prefix + name + " " + why);
  }

  private String asText(String name, JsonNode node) {
    if (!node.isTextual()) {
      throw refused(name, "must be a string");
    }
    return node.textValue();
  }

  private Optional<JsonNode> value(String name) {
    return tree.optional(name).filter(node -> !node.isNull());
  }
}

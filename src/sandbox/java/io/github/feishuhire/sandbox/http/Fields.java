package io.github.feishuhire.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Reads the fields of a JSON object and refuses what is missing or of a wrong type. Assumption:
 * {@code null} and the empty text count as absent.
 */
public final class Fields {

  private final String prefix;
  private final ObjectNode tree;

  Fields(String prefix, ObjectNode tree) {
    this.prefix = prefix;
    this.tree = tree;
  }

  public String requiredText(String name) {
    return text(name).orElseThrow(() -> invalid(name, "is required"));
  }

  public Optional<String> text(String name) {
    return value(name).map(node -> asText(name, node)).filter(text -> !text.isEmpty());
  }

  public List<String> texts(String name) {
    return value(name)
        .map(
            node -> {
              if (!node.isArray()) {
                throw invalid(name, "must be a list of strings");
              }
              return StreamSupport.stream(node.spliterator(), false)
                  .map(element -> asText(name, element))
                  .toList();
            })
        .orElse(List.of());
  }

  /** The same, where a list may have so many elements at most. */
  public List<String> texts(String name, int most) {
    List<String> texts = texts(name);
    if (texts.size() > most) {
      throw invalid(name, "has more than " + most + " elements");
    }
    return texts;
  }

  public Optional<Integer> integer(String name) {
    return value(name)
        .map(
            node -> {
              if (!node.isInt()) {
                throw invalid(name, "must be an integer");
              }
              return node.intValue();
            });
  }

  public int requiredInteger(String name) {
    return integer(name).orElseThrow(() -> invalid(name, "is required"));
  }

  public Fields requiredObject(String name) {
    return object(name).orElseThrow(() -> invalid(name, "is required"));
  }

  public Optional<Fields> object(String name) {
    return value(name)
        .map(
            node -> {
              if (node instanceof ObjectNode object) {
                return new Fields(prefix + name + ".", object);
              }
              throw invalid(name, "must be an object");
            });
  }

  /** For what the platform checks before an API sees it: presence, type and range. */
  public Refusal invalid(String name, String why) {
    return Refusal.ofField(prefix + name, tree.path(name), why);
  }

  /** For what only the API itself can judge. */
  public Refusal refused(String name, String why) {
    return new Refusal(ErrorCode.PARAMETER_ERROR, prefix + name + " " + why);
  }

  private String asText(String name, JsonNode node) {
    if (!node.isTextual()) {
      throw invalid(name, "must be a string");
    }
    return node.textValue();
  }

  private Optional<JsonNode> value(String name) {
    return tree.optional(name).filter(node -> !node.isNull());
  }
}

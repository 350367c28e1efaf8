package io.github.feishuhire.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is left of a template or a form when nobody reads it: everything but its words. */
final class Wordless {

  /** Names in these are read by machines. */
  private static final Set<String> FOR_MACHINES = Set.of("binding", "category");

  private final Set<String> wordy;
  private final List<String> words = new ArrayList<>();
  private final JsonNode structure;

  private Wordless(Set<String> wordy, JsonNode json) {
    this.wordy = wordy;
    this.structure = strip(json);
  }

  static Wordless template(JsonNode json) {
    return new Wordless(Set.of("name", "description", "label", "tooltip", "message"), json);
  }

  static Wordless form(JsonNode json) {
    return new Wordless(Set.of("description", "label", "text"), json);
  }

  JsonNode structure() {
    return structure;
  }

  /** In the order of the file. */
  List<String> words() {
    return words;
  }

  private JsonNode strip(JsonNode json) {
    if (json.isArray()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      json.valueStream().map(this::strip).forEach(list::add);
      return list;
    }
    if (!json.isObject()) {
      return json;
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    json.propertyStream()
        .forEach(
            one -> {
              if (FOR_MACHINES.contains(one.getKey())) {
                object.set(one.getKey(), one.getValue());
              } else if (wordy.contains(one.getKey()) && one.getValue().isTextual()) {
                words.add(one.getValue().asText());
                object.put(one.getKey(), "words");
              } else {
                object.set(one.getKey(), strip(one.getValue()));
              }
            });
    return object;
  }
}

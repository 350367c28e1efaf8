package io.github.feishuhire.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What people read of a template. */
final class TemplateWords {

  private static final Set<String> WORDY =
      Set.of("name", "description", "label", "tooltip", "message");

  /** Names in these are read by machines. */
  private static final Set<String> FOR_MACHINES = Set.of("binding", "category");

  private TemplateWords() {}

  /** In the order of the file. */
  static List<String> of(JsonNode template) {
    return in(template).toList();
  }

  private static Stream<String> in(JsonNode json) {
    return json.isObject()
        ? json.propertyStream().flatMap(TemplateWords::in)
        : json.valueStream().flatMap(TemplateWords::in);
  }

  private static Stream<String> in(Map.Entry<String, JsonNode> member) {
    if (FOR_MACHINES.contains(member.getKey())) {
      return Stream.empty();
    }
    return WORDY.contains(member.getKey()) && member.getValue().isTextual()
        ? Stream.of(member.getValue().asText())
        : in(member.getValue());
  }
}

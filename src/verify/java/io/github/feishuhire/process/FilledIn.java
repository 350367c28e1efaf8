package io.github.feishuhire.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An element template as a designer fills it in, without a Modeler: a property counts when its
 * conditions are met, its value is what was entered, or else what the template presets.
 */
final class FilledIn {

  private final JsonNode template;
  private final Map<String, String> entered;

  FilledIn(Path file, Map<String, String> entered) throws IOException {
    this.template = new JsonMapper().readTree(file.toFile());
    this.entered = entered;
    entered
        .keySet()
        .forEach(
            id -> {
              if (!isActive(property(id))) {
                throw new IllegalArgumentException(id + " is not shown");
              }
            });
  }

  /** Makes a task of it. */
  void apply(ServiceTaskBuilder task) {
    for (JsonNode property : template.path("properties")) {
      String value = value(property);
      if (isActive(property) && !value.isEmpty()) {
        JsonNode binding = property.path("binding");
        String name = binding.path("name").asText();
        switch (binding.path("type").asText()) {
          case "zeebe:input" -> task.zeebeInput(value, name);
          case "zeebe:output" -> task.zeebeOutput(binding.path("source").asText(), value);
          case "zeebe:taskHeader" -> task.zeebeTaskHeader(binding.path("key").asText(), value);
          case "zeebe:taskDefinition" -> {
            if (binding.path("property").asText().equals("type")) {
              task.zeebeJobType(value);
            }
          }
          default -> {
            // For the Modeler alone.
          }
        }
      }
    }
  }

  private JsonNode property(String id) {
    return template
        .path("properties")
        .valueStream()
        .filter(one -> one.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no property " + id));
  }

  private String value(JsonNode property) {
    String preset = property.path("value").asText();
    String value = entered.getOrDefault(property.path("id").asText(), preset);
    List<String> choices =
        property.path("choices").valueStream().map(one -> one.path("value").asText()).toList();
    if (!value.isEmpty() && !choices.isEmpty() && !choices.contains(value)) {
      throw new IllegalArgumentException(property.path("id") + " does not offer " + value);
    }
    return value;
  }

  private boolean isActive(JsonNode property) {
    JsonNode condition = property.path("condition");
    Stream<JsonNode> all =
        condition.has("allMatch")
            ? condition.path("allMatch").valueStream()
            : condition.isMissingNode() ? Stream.empty() : Stream.of(condition);
    return all.allMatch(this::isMet);
  }

  private boolean isMet(JsonNode condition) {
    JsonNode other = property(condition.path("property").asText());
    Stream<JsonNode> accepted =
        condition.has("equals")
            ? Stream.of(condition.path("equals"))
            : condition.path("oneOf").valueStream();
    return isActive(other)
        && accepted.map(JsonNode::asText).anyMatch(one -> one.equals(value(other)));
  }
}

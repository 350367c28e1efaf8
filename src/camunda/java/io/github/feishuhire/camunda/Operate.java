package io.github.feishuhire.camunda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.feishuhire.demo.seen.OpenIncident;
import io.github.feishuhire.demo.seen.Snapshot;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Instances as Operate shows them, which is a moment later than they are. */
final class Operate {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

  private final WebApi api;
  private final Map<Long, Snapshot> snapshots = new ConcurrentHashMap<>();

  Operate(WebApi api) {
    this.api = api;
  }

  /** As it was at the last {@link #look}. */
  Optional<Snapshot> instance(long key) {
    return Optional.ofNullable(snapshots.get(key));
  }

  /** Reads this instance anew. */
  void look(long key) throws IOException, InterruptedException {
    List<JsonNode> found = api.ofOperate("process-instances", Map.of("key", key));
    if (found.isEmpty()) {
      return;
    }
    JsonNode instance = found.getFirst();
    Map<String, Long> ofIt = Map.of("processInstanceKey", key);
    List<JsonNode> elements =
        api.ofOperate("flownode-instances", ofIt).stream()
            .filter(element -> !element.path("type").asText().equals("PROCESS"))
            .sorted(Comparator.comparingLong(one -> one.path("key").asLong()))
            .toList();
    snapshots.put(
        key,
        new Snapshot(
            key,
            instance.path("bpmnProcessId").asText(),
            instance.path("processDefinitionKey").asLong(),
            Instant.from(TIME.parse(instance.path("startDate").asText())),
            time(instance.path("endDate")),
            instance.path("state").asText().equals("CANCELED"),
            elements.stream().map(Operate::id).toList(),
            completed(elements),
            elements.stream().filter(one -> is(one, "ACTIVE")).map(Operate::id).toList(),
            incidents(key, elements),
            List.of(),
            variables(key)));
  }

  private static List<String> completed(List<JsonNode> elements) {
    return elements.stream()
        .filter(one -> is(one, "COMPLETED"))
        .sorted(
            Comparator.comparing(one -> OffsetDateTime.parse(one.path("endDate").asText(), TIME)))
        .map(Operate::id)
        .toList();
  }

  private List<OpenIncident> incidents(long key, List<JsonNode> elements)
      throws IOException, InterruptedException {
    Map<Long, JsonNode> found = new HashMap<>();
    api.ofOperate("incidents", Map.of("processInstanceKey", key, "state", "ACTIVE"))
        .forEach(incident -> found.put(incident.path("key").asLong(), incident));
    List<OpenIncident> incidents = new ArrayList<>();
    for (JsonNode element : elements) {
      JsonNode incident = found.get(element.path("incidentKey").asLong(-1));
      // An element has that of another one that is inside it, too.
      if (incident != null && !element.path("type").asText().equals("SUB_PROCESS")) {
        incidents.add(
            new OpenIncident(
                incident.path("key").asLong(),
                key,
                element.path("key").asLong(),
                id(element),
                incident.path("jobKey").asLong(-1),
                incident.path("message").asText()));
      }
    }
    return List.copyOf(incidents);
  }

  /** Those of the instance itself. */
  private Map<String, JsonNode> variables(long key) throws IOException, InterruptedException {
    Map<String, JsonNode> variables = new HashMap<>();
    for (JsonNode one :
        api.ofOperate("variables", Map.of("processInstanceKey", key, "scopeKey", key))) {
      variables.put(one.path("name").asText(), value(one.path("value").asText()));
    }
    return variables;
  }

  /** A long one is cut off. */
  private static JsonNode value(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException cutOff) {
      return TextNode.valueOf(json);
    }
  }

  private static boolean is(JsonNode element, String state) {
    return element.path("state").asText().equals(state);
  }

  private static String id(JsonNode element) {
    return element.path("flowNodeId").asText();
  }

  private static @Nullable Instant time(JsonNode text) {
    return text.isTextual() ? Instant.from(TIME.parse(text.asText())) : null;
  }
}

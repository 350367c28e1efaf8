package io.github.feishuhire.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One file of {@code element-templates/}, or of one of its folders. */
record ElementTemplate(String file, JsonNode json) {

  private static final JsonMapper MAPPER = new JsonMapper();

  static List<ElementTemplate> all() {
    return in("element-templates/en");
  }

  static List<ElementTemplate> in(String folder) {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted(Comparator.naturalOrder())
          .map(ElementTemplate::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ElementTemplate read(Path file) {
    try {
      return new ElementTemplate(file.toString(), MAPPER.readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String id() {
    return json.path("id").asText();
  }

  int version() {
    return json.path("version").asInt();
  }

  /** Empty where the template sets none, or more than one. */
  String jobType() {
    List<JsonNode> found =
        bound("zeebe:taskDefinition")
            .filter(property -> property.at("/binding/property").asText().equals("type"))
            .toList();
    return found.size() == 1 ? found.getFirst().path("value").asText() : "";
  }

  Stream<JsonNode> properties() {
    return json.path("properties").valueStream();
  }

  /** Its properties of one kind of binding, such as {@code zeebe:input}. */
  Stream<JsonNode> bound(String binding) {
    return properties().filter(property -> property.at("/binding/type").asText().equals(binding));
  }

  /** Names of the variables that its inputs set; members count for the variable they are in. */
  List<String> inputs() {
    return bound("zeebe:input")
        .map(property -> property.at("/binding/name").asText())
        .map(Variables::first)
        .distinct()
        .toList();
  }

  @Override
  public String toString() {
    return file;
  }
}

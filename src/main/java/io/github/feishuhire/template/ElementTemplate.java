package io.github.feishuhire.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element template, as its file has it: members in this order, and none that is null.
 *
 * @param schema address of the JSON schema it keeps to
 * @param engines versions of Camunda it is for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ElementTemplate(
    @JsonProperty("$schema") String schema,
    String name,
    String id,
    int version,
    String description,
    String documentationRef,
    Engines engines,
    Category category,
    List<String> keywords,
    Icon icon,
    List<String> appliesTo,
    ElementType elementType,
    List<Section> groups,
    List<Property> properties) {

  /** A range of versions. */
  public record Engines(String camunda) {}

  /** Under what the Modeler lists it. */
  public record Category(String id, String name) {}

  /** A data address. */
  public record Icon(String contents) {}

  /** What an element becomes. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ElementType(String value, @Nullable String eventDefinition) {}

  /** A group of the panel. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Section(String id, String label, String tooltip, @Nullable Boolean openByDefault) {}
}

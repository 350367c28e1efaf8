package io.github.feishuhire.command.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes a tenant's template of an ordinary one. A field for an id becomes a dropdown, which only
 * the Modeler reads; what is chosen decides which hidden property sets the same input as before, or
 * whether the field itself appears.
 */
final class TenantTemplate {

  private static final String ORDINARY = "io.github.feishuhire.";
  private static final String TENANT = "io.github.feishuhire.tenant.";
  private static final String WEBSITE = "website";
  private static final String OTHER = "other";

  private final Tenant tenant;
  private final Language language;
  private final ArrayNode properties = JsonNodeFactory.instance.arrayNode();

  private TenantTemplate(Tenant tenant, Language language) {
    this.tenant = tenant;
    this.language = language;
  }

  /**
   * The template in the version of the ordinary one; empty when that one asks for no website.
   *
   * @param ordinary stays as it is
   */
  static Optional<ObjectNode> of(ObjectNode ordinary, Tenant tenant, Language language) {
    boolean asks =
        ordinary.path("properties").valueStream().anyMatch(one -> input(one).equals("website_id"));
    if (!asks) {
      return Optional.empty();
    }
    ObjectNode template = ordinary.deepCopy();
    template.put("name", ordinary.path("name").asText() + language.suffix());
    template.set(
        "properties", new TenantTemplate(tenant, language).replaced(template.path("properties")));
    String id = ordinary.path("id").asText().replace(ORDINARY, TENANT);
    template.put("id", id);
    tell(template, "elementTemplateId", id);
    return Optional.of(template);
  }

  /** A copy that has this version, and whose tasks say so. */
  static ObjectNode inVersion(ObjectNode template, int version) {
    ObjectNode copy = template.deepCopy();
    copy.put("version", version);
    tell(copy, "elementTemplateVersion", String.valueOf(version));
    return copy;
  }

  /** What a task says of its template, in this header. */
  private static void tell(ObjectNode template, String header, String value) {
    template
        .path("properties")
        .valueStream()
        .filter(property -> property.at("/binding/key").asText().equals(header))
        .forEach(property -> ((ObjectNode) property).put("value", value));
  }

  private ArrayNode replaced(JsonNode ordinary) {
    for (JsonNode property : ordinary) {
      switch (input(property)) {
        case "website_id" ->
            choose(
                property,
                WEBSITE,
                "",
                language.website(),
                tenant.sites().stream().map(Site::website).toList(),
                conditions(property));
        case "job_post_id" -> perSite(property, "jobPost", language.jobPost(), Site::jobPosts);
        case "channel_id" -> perSite(property, "channel", language.channel(), Site::channels);
        case "application_preferred_city_code_list" ->
            choose(property, "city", "", language.city(), tenant.cities(), conditions(property));
        default -> properties.add(property);
      }
    }
    return properties;
  }

  /** The name of the input that somebody fills in; empty for every other property. */
  private static String input(JsonNode property) {
    boolean filledIn =
        property.at("/binding/type").asText().equals("zeebe:input")
            && !property.path("type").asText().equals("Hidden");
    return filledIn ? property.at("/binding/name").asText() : "";
  }

  private void perSite(
      JsonNode field, String selector, String label, Function<Site, List<Option>> options) {
    for (Site site : tenant.sites()) {
      String id = site.website().id();
      choose(
          field,
          selector + "_" + id,
          "_" + id,
          label,
          options.apply(site),
          with(conditions(field), WEBSITE, id));
    }
    enter(field, "", with(conditions(field), WEBSITE, OTHER));
  }

  /** A dropdown, the field for its last choice, and a hidden property for each other one. */
  private void choose(
      JsonNode field,
      String selector,
      String suffix,
      String label,
      List<Option> options,
      List<ObjectNode> conditions) {
    if (options.isEmpty()) {
      enter(field, suffix, conditions);
      return;
    }
    ObjectNode dropdown = properties.addObject().put("id", selector).put("label", label);
    dropdown.set("group", field.path("group"));
    dropdown.put("type", "Dropdown");
    ArrayNode choices = dropdown.putArray("choices");
    options.forEach(one -> choices.addObject().put("name", one.name()).put("value", one.id()));
    choices.addObject().put("name", language.other()).put("value", OTHER);
    dropdown.put("tooltip", language.tooltip());
    dropdown.putObject("constraints").put("notEmpty", true);
    dropdown
        .putObject("binding")
        .put("type", "zeebe:property")
        .put("name", "feishu-hire:" + selector);
    condition(dropdown, conditions);
    enter(field, suffix, with(conditions, selector, OTHER));
    for (Option option : options) {
      ObjectNode hidden =
          properties
              .addObject()
              .put("id", field.path("id").asText() + suffix + "_" + option.id())
              .put("type", "Hidden")
              .put("value", option.id());
      hidden.set("binding", field.path("binding"));
      condition(hidden, with(conditions, selector, option.id()));
    }
  }

  /** The field of the ordinary template. */
  private void enter(JsonNode field, String suffix, List<ObjectNode> conditions) {
    ObjectNode copy = field.<ObjectNode>deepCopy();
    copy.put("id", field.path("id").asText() + suffix);
    condition(copy, conditions);
    properties.add(copy);
  }

  private static List<ObjectNode> conditions(JsonNode property) {
    JsonNode condition = property.path("condition");
    Stream<JsonNode> all =
        condition.has("allMatch")
            ? condition.path("allMatch").valueStream()
            : condition.isMissingNode() ? Stream.empty() : Stream.of(condition);
    return all.map(one -> (ObjectNode) one).toList();
  }

  private static List<ObjectNode> with(List<ObjectNode> some, String property, String value) {
    List<ObjectNode> all = new ArrayList<>(some);
    all.add(
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "simple")
            .put("property", property)
            .put("equals", value));
    return all;
  }

  private static void condition(ObjectNode property, List<ObjectNode> all) {
    property.remove("condition");
    if (all.size() == 1) {
      property.set("condition", all.getFirst());
    } else if (!all.isEmpty()) {
      property.putObject("condition").putArray("allMatch").addAll(all);
    }
  }
}

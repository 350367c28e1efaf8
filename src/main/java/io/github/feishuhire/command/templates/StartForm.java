package io.github.feishuhire.command.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.catalogue.CommonInputs;
import io.github.feishuhire.worker.catalogue.Input;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The form that starts the hiring process, with dropdowns of the tenant's names. It offers the
 * websites that a candidate can apply on: those with a job post, where there is one at all.
 */
final class StartForm {

  /** The same in all languages. */
  static final String FILE = "candidate-start.form";

  private static final JsonMapper JSON = new JsonMapper();

  private final List<Site> sites;
  private final Tenant tenant;
  private final Words words;

  private StartForm(Tenant tenant, Words words) {
    this.tenant = tenant;
    this.words = words;
    List<Site> hiring = tenant.sites().stream().filter(site -> !site.jobPosts().isEmpty()).toList();
    this.sites = hiring.isEmpty() ? tenant.sites() : hiring;
  }

  /** The shipped form, in whose dropdowns stands what this tenant has. */
  static JsonNode of(Tenant tenant, Words words) throws IOException {
    JsonNode form = shipped(words.language());
    var start = new StartForm(tenant, words);
    for (JsonNode component : form.path("components")) {
      start.offer((ObjectNode) component);
    }
    return form;
  }

  private static JsonNode shipped(Language language) throws IOException {
    String folder = language == Language.EN ? "/bpmn/" : "/bpmn/" + language + "/";
    try (InputStream form = StartForm.class.getResourceAsStream(folder + FILE)) {
      return JSON.readTree(Objects.requireNonNull(form, folder));
    }
  }

  private void offer(ObjectNode field) {
    String key = field.path("key").asText();
    if (key.equals(CommonInputs.WEBSITE_ID.name())) {
      List<Option> websites = sites.stream().map(Site::website).toList();
      select(field, "website").set("values", values(websites));
    } else if (key.equals(CommonInputs.JOB_POST_ID.name())) {
      selectPerSite(field, "jobPost", Site::jobPosts);
    } else if (key.equals(CommonInputs.CHANNEL_ID.name())) {
      selectPerSite(field, "channel", Site::channels);
    } else if (key.equals("preferred_city_code") && tenant.cities().isEmpty()) {
      entry(field);
    } else if (key.equals("preferred_city_code")) {
      select(field, "city").set("values", values(tenant.cities()));
    } else if (key.equals("job_title")) {
      name(field, CommonInputs.JOB_POST_ID, Site::jobPosts);
    } else if (key.equals("channel_name")) {
      name(field, CommonInputs.CHANNEL_ID, Site::channels);
    }
  }

  /** Two fields of a form cannot set the same variable, so one computes what it offers. */
  private void selectPerSite(ObjectNode field, String kind, Function<Site, List<Option>> options) {
    ObjectNode byWebsite = JsonNodeFactory.instance.objectNode();
    sites.stream()
        .filter(site -> !options.apply(site).isEmpty())
        .forEach(site -> byWebsite.set(site.website().id(), values(options.apply(site))));
    if (byWebsite.isEmpty()) {
      entry(field);
    } else {
      select(field, kind).put("valuesExpression", found(byWebsite, CommonInputs.WEBSITE_ID));
    }
  }

  /** What people call the one that was chosen, for the forms that follow. */
  private void name(ObjectNode field, Input chosen, Function<Site, List<Option>> options) {
    ObjectNode names = JsonNodeFactory.instance.objectNode();
    sites.stream()
        .flatMap(site -> options.apply(site).stream())
        .forEach(one -> names.put(one.id(), one.name()));
    field.put("expression", found(names, chosen));
  }

  /** JSON is FEEL. */
  private static String found(ObjectNode table, Input key) {
    return "=get value(" + table + ", " + key.name() + ")";
  }

  private ObjectNode select(ObjectNode field, String kind) {
    field.put("label", words.say("tenant." + kind));
    field.remove(List.of("defaultValue", "values", "valuesExpression"));
    return field;
  }

  /** Where there is nothing to choose, an id can still be written. */
  private static void entry(ObjectNode field) {
    field.put("type", "textfield");
    field.remove(List.of("searchable", "values", "valuesExpression"));
  }

  private static ArrayNode values(List<Option> options) {
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    options.forEach(one -> values.addObject().put("label", one.name()).put("value", one.id()));
    return values;
  }
}

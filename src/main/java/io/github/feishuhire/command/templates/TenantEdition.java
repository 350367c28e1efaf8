package io.github.feishuhire.command.templates;

import static java.util.function.Predicate.not;

import io.github.feishuhire.template.Edition;
import io.github.feishuhire.template.Property;
import io.github.feishuhire.template.Property.Binding;
import io.github.feishuhire.template.Property.Choice;
import io.github.feishuhire.template.Property.Condition;
import io.github.feishuhire.template.Property.Constraints;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.catalogue.CommonInputs;
import io.github.feishuhire.worker.catalogue.Input;
import io.github.feishuhire.worker.catalogue.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Templates with dropdowns of the tenant's names where the ordinary ones ask for ids. A box beside
 * each brings back the ordinary field; without the dropdown of websites, what depends on it is
 * entered too.
 */
final class TenantEdition implements Edition {

  private static final String WEBSITE = "website";

  private final Tenant tenant;
  private final Words words;

  TenantEdition(Tenant tenant, Words words) {
    this.tenant = tenant;
    this.words = words;
  }

  /** Whether there is something in it that the ordinary one does not have. */
  static boolean has(Task task) {
    return task.takes(CommonInputs.WEBSITE_ID.name());
  }

  @Override
  public String id(Task task) {
    return "io.github.feishuhire.tenant." + task.slug();
  }

  @Override
  public String name(String name) {
    return words.say("tenant.name", name);
  }

  @Override
  public List<Property> fields(Input input, Property field) {
    if (is(input, CommonInputs.WEBSITE_ID)) {
      List<Option> websites = tenant.sites().stream().map(Site::website).toList();
      return choose(WEBSITE, websites, field);
    }
    if (is(input, CommonInputs.JOB_POST_ID)) {
      return choosePerSite("jobPost", Site::jobPosts, field);
    }
    if (is(input, CommonInputs.CHANNEL_ID)) {
      return choosePerSite("channel", Site::channels, field);
    }
    if (is(input, CommonInputs.PREFERRED_CITIES)) {
      return choose("city", tenant.cities(), field);
    }
    return List.of(field);
  }

  private static boolean is(Input input, Input common) {
    return input.name().equals(common.name());
  }

  private List<Property> choose(String kind, List<Option> options, Property field) {
    if (options.isEmpty()) {
      return List.of(field);
    }
    Condition condition = field.condition();
    return List.of(
        dropdown(kind, kind, options, field).when(Condition.both(condition, listed(kind))),
        field.when(Condition.both(condition, other(kind))),
        box(kind, field).when(condition));
  }

  private List<Property> choosePerSite(
      String kind, Function<Site, List<Option>> options, Property field) {
    List<Site> some =
        tenant.sites().stream().filter(site -> !options.apply(site).isEmpty()).toList();
    if (some.isEmpty()) {
      return List.of(field);
    }
    Condition condition = Condition.both(field.condition(), listed(WEBSITE));
    Condition hasSome = Condition.both(condition, isOneOf(some));
    List<Property> all = new ArrayList<>();
    for (Site site : some) {
      String id = site.website().id();
      all.add(
          dropdown(kind + "_" + id, kind, options.apply(site), field)
              .when(
                  Condition.both(
                      Condition.both(condition, listed(kind)), Condition.is(WEBSITE, id))));
    }
    all.add(field.named(field.id() + "_other").when(Condition.both(hasSome, other(kind))));
    all.add(box(kind, field).when(hasSome));
    List<Site> none = tenant.sites().stream().filter(not(some::contains)).toList();
    if (!none.isEmpty()) {
      all.add(field.named(field.id() + "_none").when(Condition.both(condition, isOneOf(none))));
    }
    all.add(field.when(Condition.both(field.condition(), other(WEBSITE))));
    return all;
  }

  private static Condition isOneOf(List<Site> sites) {
    return Condition.isOneOf(WEBSITE, sites.stream().map(site -> site.website().id()).toList());
  }

  private static Condition listed(String kind) {
    return Condition.is(boxId(kind), false);
  }

  private static Condition other(String kind) {
    return Condition.is(boxId(kind), true);
  }

  private static String boxId(String kind) {
    return kind + "Other";
  }

  private Property dropdown(String id, String kind, List<Option> options, Property field) {
    return new Property(
        id,
        words.say("tenant." + kind),
        null,
        field.group(),
        "Dropdown",
        null,
        null,
        options.stream().map(option -> new Choice(option.name(), option.id())).toList(),
        null,
        words.say("tenant.tooltip"),
        new Constraints(true, null),
        field.binding(),
        null);
  }

  private Property box(String kind, Property field) {
    String id = boxId(kind);
    return new Property(
        id,
        words.say("tenant." + id),
        null,
        field.group(),
        "Boolean",
        null,
        false,
        null,
        null,
        words.say("tenant.otherTooltip"),
        null,
        Binding.modeler("feishu-hire:" + id),
        null);
  }
}

package io.github.feishuhire.template;

import io.github.feishuhire.template.Property.Binding;
import io.github.feishuhire.template.Property.Condition;
import io.github.feishuhire.template.Property.Pattern;
import io.github.feishuhire.worker.catalogue.Form;
import io.github.feishuhire.worker.catalogue.Group;
import io.github.feishuhire.worker.catalogue.Input;
import io.github.feishuhire.worker.catalogue.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * The fields by which a task's inputs are entered, and what is written for those that are not:
 * null, because the process may have a variable of the same name.
 */
final class InputFields {

  private static final String NONE = "none";
  private static final String CHOSEN = "chosen";
  private static final String EXPRESSION = "expression";

  private final Panel panel;
  private final Edition edition;
  private final List<Property> shown = new ArrayList<>();
  private final List<Property> hidden = new ArrayList<>();
  private final Set<String> toggles = new HashSet<>();

  InputFields(Panel panel, Edition edition) {
    this.panel = panel;
    this.edition = edition;
  }

  /** In the order of the inputs; what is hidden follows what is shown. */
  List<Property> of(List<Input> inputs) {
    inputs.forEach(this::add);
    List<Property> all = new ArrayList<>(shown);
    all.addAll(hidden);
    return all;
  }

  private void add(Input input) {
    Condition condition = toggle(input);
    switch (input.kind()) {
      case Kind.Entry(Form form) ->
          shown.addAll(edition.fields(input, entry(input, form).when(condition)));
      case Kind.Choice(List<String> values) ->
          shown.add(
              panel.dropdown(input.name(), input.group(), values, Binding.input(input.name())));
      case Kind.HandedOn handedOn ->
          hidden.add(
              Property.hidden(
                  camel(input.name(), false), "=" + input.name(), Binding.input(input.name())));
      case Kind.Flag flag -> flag(input);
      case Kind.Parts parts -> parts(input, parts);
    }
  }

  /** The box to tick comes before the first field it opens. */
  private @Nullable Condition toggle(Input input) {
    String toggle = input.toggle();
    if (toggle == null) {
      return null;
    }
    if (toggles.add(toggle)) {
      shown.add(panel.checkbox(toggle, input.group()));
    }
    hidden.add(
        Panel.hiddenWhen(
            "no" + camel(input.name(), true), "=null", input.name(), Condition.is(toggle, false)));
    return Condition.is(toggle, true);
  }

  private Property entry(Input input, Form form) {
    return entry(input.name(), input.group(), input, form, Binding.input(input.name()));
  }

  private Property entry(String id, Group group, Input input, Form form, Binding binding) {
    String example = input.example() == null ? "" : input.example();
    boolean isLong = form == Form.FILE || form == Form.OBJECT;
    return panel.entry(
        id,
        isLong ? "Text" : "String",
        group,
        form == Form.OBJECT ? "required" : "optional",
        input.preset(),
        example,
        tooltip(id, form, example),
        form.pattern()
            .map(pattern -> new Pattern(pattern, message(id, form, example)))
            .orElse(null),
        binding);
  }

  /** Digits need a warning: as a number they would be another value. */
  private String tooltip(String id, Form form, String example) {
    if (!form.isOfDigits()) {
      return panel.say(id, "tooltip", example);
    }
    return panel
        .find(id, "tooltip", example)
        .map(text -> panel.words().say("frame.sentence", text, digits(example)))
        .orElseGet(() -> digits(example));
  }

  private String digits(String example) {
    return panel.words().say("panel.digits", example);
  }

  private String message(String id, Form form, String example) {
    return panel
        .find(id, "message", example)
        .orElseGet(() -> panel.words().say("form." + form, example));
  }

  private void flag(Input input) {
    String id = camel(input.name(), false);
    shown.add(panel.checkbox(id, input.group()));
    hidden.add(Panel.hiddenWhen(id + "Off", "=false", input.name(), Condition.is(id, false)));
    hidden.add(Panel.hiddenWhen(id + "On", "=true", input.name(), Condition.is(id, true)));
  }

  private void parts(Input whole, Kind.Parts parts) {
    String selector = parts.selector();
    shown.add(
        panel.dropdown(
            selector,
            whole.group(),
            List.of(NONE, CHOSEN, EXPRESSION),
            Binding.modeler("feishu-hire:" + selector)));
    for (Input part : parts.inputs()) {
      String id = camel(part.name(), false);
      Binding binding = Binding.input(whole.name() + "." + part.name());
      switch (part.kind()) {
        case Kind.Choice(List<String> values) -> {
          shown.add(
              panel
                  .dropdown(id, whole.group(), values, binding)
                  .when(Condition.is(selector, CHOSEN)));
          shown.add(
              panel
                  .text(
                      id + "Expression",
                      whole.group(),
                      "required",
                      null,
                      part.name(),
                      null,
                      binding)
                  .when(Condition.is(selector, EXPRESSION)));
        }
        case Kind.Entry(Form form) ->
            shown.add(
                entry(id, whole.group(), part, form, binding)
                    .when(Condition.isOneOf(selector, List.of(CHOSEN, EXPRESSION))));
        case Kind.HandedOn handedOn -> throw new IllegalArgumentException(part.name());
        case Kind.Flag flag -> throw new IllegalArgumentException(part.name());
        case Kind.Parts deeper -> throw new IllegalArgumentException(part.name());
      }
    }
    hidden.add(
        Panel.hiddenWhen(
            "no" + camel(whole.name(), true), "=null", whole.name(), Condition.is(selector, NONE)));
  }

  private static String camel(String name, boolean capital) {
    String camel =
        Stream.of(name.split("_")).map(StringUtils::capitalize).collect(Collectors.joining());
    return capital ? camel : StringUtils.uncapitalize(camel);
  }
}

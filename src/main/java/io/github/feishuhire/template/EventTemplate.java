package io.github.feishuhire.template;

import io.github.feishuhire.template.ElementTemplate.Category;
import io.github.feishuhire.template.ElementTemplate.ElementType;
import io.github.feishuhire.template.ElementTemplate.Engines;
import io.github.feishuhire.template.ElementTemplate.Icon;
import io.github.feishuhire.template.ElementTemplate.Section;
import io.github.feishuhire.template.Property.Binding;
import io.github.feishuhire.template.Property.Constraints;
import io.github.feishuhire.template.Property.Pattern;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.catalogue.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The element template of an event of Feishu, in one of the places where a process can wait for it.
 *
 * @param place that an element of the template is in
 */
public record EventTemplate(EventType event, Place place) {

  private static final String EVENT = "event";
  private static final String RESULT = "result";

  /** Where a process can wait for a message. */
  public enum Place {
    CATCH("bpmn:IntermediateCatchEvent", "bpmn:IntermediateThrowEvent"),
    BOUNDARY("bpmn:BoundaryEvent"),
    RECEIVE("bpmn:ReceiveTask", "bpmn:Task"),
    START("bpmn:StartEvent");

    private final String element;
    private final List<String> appliesTo;

    Place(String element, String... others) {
      this.element = element;
      this.appliesTo = Stream.concat(Stream.of(element), Stream.of(others)).toList();
    }

    private String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    private ElementType type() {
      return new ElementType(element, this == RECEIVE ? null : "bpmn:MessageEventDefinition");
    }
  }

  /** All of them: events that processes of applications wait for, in each place. */
  public static List<EventTemplate> all() {
    return Stream.of(
            EventType.APPLICATION_STAGE_CHANGED,
            EventType.OFFER_STATUS_CHANGED,
            EventType.APPLICATION_DELETED)
        .flatMap(event -> Stream.of(Place.values()).map(place -> new EventTemplate(event, place)))
        .toList();
  }

  /** What Camunda knows the template by. */
  public String id() {
    return "io.github.feishuhire.event." + event.slug() + "-" + place.slug();
  }

  /** In that version. */
  public ElementTemplate of(int version, Words words) {
    String event = words.say("event." + this.event.slug() + ".name");
    String name = place == Place.CATCH ? event : words.say("template.event." + place.slug(), event);
    return new ElementTemplate(
        TaskTemplate.SCHEMA,
        words.say("template.name", name),
        id(),
        version,
        words.say("event." + this.event.slug() + ".description"),
        this.event.page(),
        new Engines("^8.6"),
        new Category("feishu-hire", "Feishu Hire / 飞书招聘"),
        List.of(words.say("event." + this.event.slug() + ".keywords").split(", ")),
        new Icon(TaskIcon.address(this.event.icon())),
        place.appliesTo,
        place.type(),
        sections(words),
        properties(words));
  }

  private List<Section> sections(Words words) {
    return Stream.of(EVENT, RESULT)
        .filter(group -> place != Place.START || !group.equals(EVENT))
        .map(
            group ->
                new Section(
                    group,
                    words.say("panel.group." + group + ".label"),
                    words.say("panel.group." + group + ".tooltip"),
                    true))
        .toList();
  }

  private List<Property> properties(Words words) {
    List<Property> all = new ArrayList<>();
    all.add(Property.hidden("messageName", event.messageName(), Binding.message("name")));
    if (place != Place.START) { // every such event starts an instance
      all.add(
          field(
              "correlationKey",
              EVENT,
              "optional",
              event.usualKey(),
              new Pattern("^=", words.say("panel.event.correlationKey.message", event.usualKey())),
              Binding.subscription("correlationKey"),
              words));
    }
    String message = words.say("panel.resultVariable.message", EventType.VARIABLE);
    all.add(
        field(
            "resultVariable",
            RESULT,
            null,
            EventType.VARIABLE,
            new Pattern("^" + TaskTemplate.NAME + "$", message),
            Binding.output("=" + EventType.VARIABLE),
            words));
    all.add(
        Property.hidden(
            "exampleOutput",
            "{\"" + EventType.VARIABLE + "\":" + event.example() + "}",
            Binding.modeler("camundaModeler:exampleOutputJson")));
    return all;
  }

  private Property field(
      String id,
      String group,
      @Nullable String feel,
      String value,
      @Nullable Pattern pattern,
      Binding binding,
      Words words) {
    String field = event.slug() + "." + id;
    return new Property(
        id,
        words.say("panel.event." + id + ".label"),
        null,
        group,
        "String",
        feel,
        value,
        null,
        value,
        words
            .find("panel.event." + field + ".tooltip", value)
            .orElseGet(() -> words.say("panel.event." + id + ".tooltip", value)),
        new Constraints(true, pattern),
        binding,
        null);
  }
}

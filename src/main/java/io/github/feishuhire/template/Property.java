package io.github.feishuhire.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A property of an element template: a field of the panel, or something hidden that is written to
 * the task.
 *
 * @param value what a new task starts with: text, or true or false
 * @param condition under which it is there; always where it is null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Property(
    String id,
    @Nullable String label,
    @Nullable String description,
    @Nullable String group,
    String type,
    @Nullable String feel,
    @Nullable Object value,
    @Nullable List<Choice> choices,
    @Nullable String placeholder,
    @Nullable String tooltip,
    @Nullable Constraints constraints,
    Binding binding,
    @Nullable Condition condition) {

  /** One entry of a dropdown. */
  public record Choice(String name, String value) {}

  /** What the Modeler checks while somebody types. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Constraints(boolean notEmpty, @Nullable Pattern pattern) {}

  /** A regular expression, and what is said where it does not match. */
  public record Pattern(String value, String message) {}

  /** Where in the task the value is written: one of the four names is there. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Binding(
      String type,
      @Nullable String property,
      @Nullable String key,
      @Nullable String name,
      @Nullable String source) {

    static Binding definition(String property) {
      return new Binding("zeebe:taskDefinition", property, null, null, null);
    }

    static Binding header(String key) {
      return new Binding("zeebe:taskHeader", null, key, null, null);
    }

    static Binding input(String name) {
      return new Binding("zeebe:input", null, null, name, null);
    }

    /** Only the Modeler reads it. */
    public static Binding modeler(String name) {
      return new Binding("zeebe:property", null, null, name, null);
    }

    static Binding message(String property) {
      return new Binding("bpmn:Message#property", null, null, property, null);
    }

    static Binding subscription(String property) {
      return new Binding("bpmn:Message#zeebe:subscription#property", null, null, property, null);
    }

    static Binding output(String source) {
      return new Binding("zeebe:output", null, null, null, source);
    }
  }

  /** What another property must say. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Condition(
      @Nullable String type,
      @Nullable String property,
      @JsonProperty("equals") @Nullable Object equal,
      @Nullable List<String> oneOf,
      @Nullable List<Condition> allMatch) {

    public static Condition is(String property, Object value) {
      return new Condition("simple", property, value, null, null);
    }

    public static Condition isOneOf(String property, List<String> values) {
      return new Condition("simple", property, null, values, null);
    }

    /** Both this one, which may be none, and another. */
    public static Condition both(@Nullable Condition some, Condition other) {
      if (some == null) {
        return other;
      }
      List<Condition> all = new ArrayList<>(some.allMatch == null ? List.of(some) : some.allMatch);
      all.add(other);
      return new Condition(null, null, null, null, all);
    }
  }

  /** Something that is written to the task and not shown. */
  static Property hidden(String id, String value, Binding binding) {
    return new Property(
        id, null, null, null, "Hidden", null, value, null, null, null, null, binding, null);
  }

  /** The same under another condition. */
  public Property when(@Nullable Condition other) {
    return copy(id, other);
  }

  /** The same under another id. */
  public Property named(String other) {
    return copy(other, condition);
  }

  private Property copy(String otherId, @Nullable Condition otherCondition) {
    return new Property(
        otherId,
        label,
        description,
        group,
        type,
        feel,
        value,
        choices,
        placeholder,
        tooltip,
        constraints,
        binding,
        otherCondition);
  }
}

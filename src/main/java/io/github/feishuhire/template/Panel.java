package io.github.feishuhire.template;

import io.github.feishuhire.template.Property.Binding;
import io.github.feishuhire.template.Property.Choice;
import io.github.feishuhire.template.Property.Condition;
import io.github.feishuhire.template.Property.Constraints;
import io.github.feishuhire.template.Property.Pattern;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.catalogue.Group;
import io.github.feishuhire.worker.catalogue.Task;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one task's panel, in one language. Words that belong to one task alone stand under
 * its name, those that many tasks share under the field's alone.
 */
final class Panel {

  private final Task task;
  private final Words words;

  Panel(Task task, Words words) {
    this.task = task;
    this.words = words;
  }

  /** What is said of a field; fails where nothing is. */
  String say(String field, String what, Object... arguments) {
    return find(field, what, arguments)
        .orElseGet(() -> words.say("panel." + field + "." + what)); // tells the missing key
  }

  Optional<String> find(String field, String what, Object... arguments) {
    return words.ofField(task.slug(), field, what, arguments);
  }

  Words words() {
    return words;
  }

  /** A line to write in. */
  Property text(
      String id,
      Group group,
      @Nullable String feel,
      @Nullable String value,
      String example,
      @Nullable Pattern pattern,
      Binding binding) {
    return entry(
        id, "String", group, feel, value, example, say(id, "tooltip", example), pattern, binding);
  }

  Property entry(
      String id,
      String type,
      Group group,
      @Nullable String feel,
      @Nullable String value,
      String example,
      String tooltip,
      @Nullable Pattern pattern,
      Binding binding) {
    return new Property(
        id,
        say(id, "label"),
        find(id, "description", example).orElse(null),
        group.id(),
        type,
        feel,
        value,
        null,
        example,
        tooltip,
        new Constraints(true, pattern),
        binding,
        null);
  }

  /**
   * One of a few values, the first of which is chosen at first.
   *
   * @param told what is filled in in the tooltip
   */
  Property dropdown(String id, Group group, List<String> values, Binding binding, Object... told) {
    return new Property(
        id,
        say(id, "label"),
        find(id, "description").orElse(null),
        group.id(),
        "Dropdown",
        null,
        values.getFirst(),
        values.stream().map(value -> new Choice(say(id, "choice." + value), value)).toList(),
        null,
        say(id, "tooltip", told),
        new Constraints(true, null),
        binding,
        null);
  }

  /** A box to tick, which only the Modeler reads. */
  Property checkbox(String id, Group group) {
    return new Property(
        id,
        say(id, "label"),
        find(id, "description").orElse(null),
        group.id(),
        "Boolean",
        null,
        false,
        null,
        null,
        say(id, "tooltip"),
        null,
        Binding.modeler("feishu-hire:" + id),
        null);
  }

  /** A value that is written where a box is ticked, or is not. */
  static Property hiddenWhen(String id, String value, String input, Condition condition) {
    return Property.hidden(id, value, Binding.input(input)).when(condition);
  }
}

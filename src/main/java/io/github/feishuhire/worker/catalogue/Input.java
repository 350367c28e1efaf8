package io.github.feishuhire.worker.catalogue;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A variable that an operation takes, and what a designer sees of it. The words are in the two
 * files of words, by the name.
 *
 * @param name of the variable, which is Feishu's own word for it
 * @param group of the panel
 * @param example what a right value looks like
 * @param preset what a new task starts with
 * @param toggle id of the property that says whether it is given; null for what must be
 * @param faults the refusals that are about this input, where Feishu does not name one
 */
public record Input(
    String name,
    Kind kind,
    Group group,
    @Nullable String example,
    @Nullable String preset,
    @Nullable String toggle,
    Set<ErrorCode> faults) {

  public Input {
    faults = Set.copyOf(faults);
  }

  /** Something to write. */
  public static Input entry(String name, Form form, String example) {
    return new Input(name, new Kind.Entry(form), Group.CANDIDATE, example, null, null, Set.of());
  }

  /** Something that is chosen, or yes or no, or made of parts. */
  public static Input of(String name, Kind kind) {
    return new Input(name, kind, Group.CANDIDATE, null, null, null, Set.of());
  }

  public Input in(Group other) {
    return new Input(name, kind, other, example, preset, toggle, faults);
  }

  public Input example(String other) {
    return new Input(name, kind, group, other, preset, toggle, faults);
  }

  /** Most often the variable that an earlier step gives. */
  public Input preset(String value) {
    return new Input(name, kind, group, example, value, toggle, faults);
  }

  /** May be left out; several inputs can have the same property that says so. */
  public Input toggled(String property) {
    return new Input(name, kind, group, example, preset, property, faults);
  }

  public Input blamedFor(ErrorCode first, ErrorCode... others) {
    return new Input(name, kind, group, example, preset, toggle, EnumSet.of(first, others));
  }

  /** Whether a job without it is refused. */
  public boolean isRequired() {
    return switch (kind) {
      case Kind.Entry entry -> toggle == null;
      case Kind.Choice choice -> false; // the first one goes without saying
      case Kind.HandedOn handedOn -> false;
      case Kind.Flag flag -> false;
      case Kind.Parts parts -> false;
    };
  }

  /** Whether it says by itself who somebody is, or how to reach them. */
  public boolean isIdentifying() {
    return switch (kind) {
      case Kind.Entry(Form form) -> form == Form.MOBILE || form == Form.EMAIL;
      case Kind.Parts parts -> true; // an identity document
      case Kind.Choice choice -> false;
      case Kind.HandedOn handedOn -> false;
      case Kind.Flag flag -> false;
    };
  }

  /** How it is written, where it is. */
  public Optional<Form> form() {
    return kind instanceof Kind.Entry(Form form) ? Optional.of(form) : Optional.empty();
  }

  /** It has no value of its own, and so nothing to hide. */
  @Override
  public String toString() {
    return name;
  }
}

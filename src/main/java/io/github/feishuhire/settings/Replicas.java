package io.github.feishuhire.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many workers share the same apps: a number, or a name that has an address for each. */
public final class Replicas {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");
  private static final Pattern NAME = Pattern.compile("dns:(?<name>[A-Za-z0-9._-]{1,253})");

  private final String text;

  private Replicas(String text) {
    this.text = text.strip();
  }

  /** As somebody has written it; whether it can be is found out later. */
  public static Replicas valueOf(String text) {
    return new Replicas(text);
  }

  /** The number; 1 where there is a name instead. */
  int number() {
    return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 1;
  }

  /** The name whose addresses are counted. */
  Optional<String> name() {
    Matcher name = NAME.matcher(text);
    return name.matches() ? Optional.of(name.group("name")) : Optional.empty();
  }

  boolean isPossible() {
    return NUMBER.matcher(text).matches() || name().isPresent();
  }

  @Override
  public String toString() {
    return text;
  }
}

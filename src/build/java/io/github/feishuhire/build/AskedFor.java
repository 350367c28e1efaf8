package io.github.feishuhire.build;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Words, of which it notes those that somebody says. */
final class AskedFor extends ResourceBundle {

  /** What is said in templates and tables, and nowhere else. */
  private static final Pattern WRITTEN =
      Pattern.compile("(panel|task|event|form|template|table|error)\\..*");

  private final ResourceBundle words;
  private final Set<String> asked = new TreeSet<>();

  AskedFor(ResourceBundle words) {
    this.words = words;
  }

  @Override
  protected Object handleGetObject(String key) {
    asked.add(key);
    return words.getObject(key);
  }

  @Override
  public boolean containsKey(String key) {
    return words.containsKey(key);
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(words.keySet());
  }

  /** Keys that stand in the file for nothing. */
  Set<String> superfluous() {
    Set<String> keys = new TreeSet<>(words.keySet());
    keys.removeIf(key -> !WRITTEN.matcher(key).matches());
    keys.removeAll(asked);
    return keys;
  }
}

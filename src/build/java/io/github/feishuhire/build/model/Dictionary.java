package io.github.feishuhire.build.model;

import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashSet;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The words of one edition by their keys. It notices what is missing and what nobody asks for. */
final class Dictionary {

  private final String name;
  private final Properties words = new Properties();
  private final Set<String> missing = new LinkedHashSet<>();
  private final Set<String> unused;

  Dictionary(String name, Reader properties) throws IOException {
    this.name = name;
    words.load(properties);
    unused = new TreeSet<>(words.stringPropertyNames());
  }

  /** The words of the key; empty when there are none, which is remembered. */
  String words(String key) {
    unused.remove(key);
    String found = words.getProperty(key, "");
    if (found.isBlank()) {
      missing.add(key);
    }
    return found;
  }

  /** To be called when all words were asked for. */
  void check() {
    if (!missing.isEmpty()) {
      throw new EditionException(name + " has no words for " + String.join(", ", missing));
    }
    if (!unused.isEmpty()) {
      throw new EditionException(
          name + " has words that stand in no model: " + String.join(", ", unused));
    }
  }
}

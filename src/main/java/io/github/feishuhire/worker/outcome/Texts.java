package io.github.feishuhire.worker.outcome;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;

/** The words for people, in one language. Every text is one line and says what to do next. */
public final class Texts {

  private final ResourceBundle bundle;

  /** English where there are no texts in that language; never the language of the machine. */
  public Texts(Locale locale) {
    bundle =
        ResourceBundle.getBundle(
            "io.github.feishuhire.worker.outcome.texts",
            locale,
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  String say(String key, Object... arguments) {
    return bundle.getString(key).formatted(arguments);
  }

  /** One after another, as this language separates them. */
  String list(Stream<String> parts) {
    return parts.reduce((some, next) -> say("frame.list", some, next)).orElse("");
  }

  /** What people call an operation; its own name where the language has no other. */
  String operation(String name) {
    String key = "operation." + name.replace(" ", "");
    return has(key) ? say(key) : name;
  }

  boolean has(String key) {
    return bundle.containsKey(key);
  }
}

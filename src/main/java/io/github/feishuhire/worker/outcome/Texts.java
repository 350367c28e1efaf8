package io.github.feishuhire.worker.outcome;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words for people. Every text is one line and says what to do next. */
public final class Texts {

  private final ResourceBundle bundle;

  public Texts(Locale locale) {
    bundle = ResourceBundle.getBundle("io.github.feishuhire.worker.outcome.texts", locale);
  }

  String say(String key, Object... arguments) {
    return bundle.getString(key).formatted(arguments);
  }

  boolean has(String key) {
    return bundle.containsKey(key);
  }
}

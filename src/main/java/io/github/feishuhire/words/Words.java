package io.github.feishuhire.words;

import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;

/** The words for people, in one language. What is said of a failure is one line. */
public final class Words {

  private final Language language;
  private final ResourceBundle bundle;

  /** Never in the language of the machine. */
  public Words(Language language) {
    this(language, in(language));
  }

  /** In words of one's own. */
  public Words(Language language, ResourceBundle bundle) {
    this.language = language;
    this.bundle = bundle;
  }

  /** The words in a language; English for those that are missing. */
  public static ResourceBundle in(Language language) {
    return in(language, "io.github.feishuhire.words.words");
  }

  /** As {@link #in(Language)}, of another bundle. */
  public static ResourceBundle in(Language language, String bundle) {
    return ResourceBundle.getBundle(
        bundle, language.locale(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  public Language language() {
    return language;
  }

  /**
   * The words under a key, with the arguments filled in.
   *
   * @throws java.util.MissingResourceException for a key that is in no file
   */
  public String say(String key, Object... arguments) {
    return bundle.getString(key).formatted(arguments);
  }

  /** As {@link #say}, for what need not be said. */
  public Optional<String> find(String key, Object... arguments) {
    return has(key) ? Optional.of(say(key, arguments)) : Optional.empty();
  }

  /**
   * What is said of a field of the panel: the words of this task, or else those that many tasks
   * share.
   *
   * @param what of it, such as {@code label}
   */
  public Optional<String> ofField(String task, String field, String what, Object... arguments) {
    String key = field + "." + what;
    return find("panel." + task + "." + key, arguments).or(() -> find("panel." + key, arguments));
  }

  /** One after another, as this language separates them. */
  public String list(Stream<String> parts) {
    return parts.reduce((some, next) -> say("frame.list", some, next)).orElse("");
  }

  public boolean has(String key) {
    return bundle.containsKey(key);
  }
}

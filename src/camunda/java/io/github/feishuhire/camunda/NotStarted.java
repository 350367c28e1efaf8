package io.github.feishuhire.camunda;

import io.github.feishuhire.words.Words;

/** Why nothing runs, for a person. */
final class NotStarted extends Exception {

  private static final long serialVersionUID = 1;

  private final String key;
  private final transient Object[] arguments;

  /**
   * @param key of the words
   */
  NotStarted(String key, Object... arguments) {
    super(key);
    this.key = key;
    this.arguments = arguments;
  }

  /** In one line. */
  String say(Words words) {
    return words.say(key, arguments);
  }
}

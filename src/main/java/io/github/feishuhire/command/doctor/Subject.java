package io.github.feishuhire.command.doctor;

import io.github.feishuhire.command.doctor.Finding.State;
import io.github.feishuhire.words.Words;

/**
 * What findings are about, and the words to tell them in. What is to be done about a fault stands
 * under its key with {@code .advice}.
 *
 * @param name such as {@code camunda}; the same in each language
 */
record Subject(String name, Words words) {

  Finding ok(String key, Object... arguments) {
    return new Finding(State.OK, name, words.say(key, arguments), null);
  }

  Finding note(String key, Object... arguments) {
    return new Finding(State.NOTE, name, words.say(key, arguments), null);
  }

  Finding fault(String key, Object... arguments) {
    String advice = words.say(key + ".advice", arguments);
    return new Finding(State.FAULT, name, words.say(key, arguments), advice);
  }
}

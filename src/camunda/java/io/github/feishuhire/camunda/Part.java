package io.github.feishuhire.camunda;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A Java program to be started.
 *
 * @param name as people call it; its log has the same, in small letters
 * @param arguments of Java
 * @param ready answers with 200 when it can be used
 */
record Part(String name, List<String> arguments, Map<String, String> environment, URI ready) {

  String log() {
    return name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".log";
  }
}

package io.github.feishuhire.event;

import java.util.Map;

/**
 * What the engine is told.
 *
 * @param name what processes wait for
 * @param key the id that a waiting process has
 * @param id by which the engine knows a message that comes again
 * @param variables what the process gets
 */
record Message(String name, String key, String id, Map<String, Object> variables) {

  Message {
    variables = Map.copyOf(variables);
  }

  /** Without what the process gets. */
  @Override
  public String toString() {
    return name + " for " + key;
  }
}

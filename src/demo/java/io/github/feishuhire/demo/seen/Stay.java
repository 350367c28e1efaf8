package io.github.feishuhire.demo.seen;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link Visit} that goes on. */
final class Stay {

  private final long key;
  private final String element;
  private final String type;
  private final Instant entered;
  private final Map<String, JsonNode> inputs = new LinkedHashMap<>();
  private final Map<String, JsonNode> noted = new LinkedHashMap<>();
  private final Map<String, JsonNode> outputs = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();
  private @Nullable Instant left;
  private boolean active;
  private boolean done;
  private boolean interrupted;

  Stay(long key, String element, String type, Instant entered) {
    this.key = key;
    this.element = element;
    this.type = type;
    this.entered = entered;
  }

  void activate() {
    active = true;
  }

  /** Of what an element sets when its work is done, the work itself tells. */
  void set(String name, JsonNode value) {
    if (!active) {
      inputs.put(name, value);
    } else if (!done) {
      noted.put(name, value);
    }
  }

  void finish(Map<String, JsonNode> results) {
    done = true;
    outputs.putAll(results);
  }

  void fail(String message) {
    failures.add(message);
  }

  void leave(Instant when, boolean byForce) {
    left = when;
    interrupted = byForce;
  }

  boolean isOver() {
    return left != null;
  }

  String element() {
    return element;
  }

  String type() {
    return type;
  }

  Map<String, JsonNode> locals() {
    Map<String, JsonNode> locals = new LinkedHashMap<>(inputs);
    locals.putAll(noted);
    return locals;
  }

  Visit visit() {
    return new Visit(
        key,
        element,
        type,
        entered,
        left,
        interrupted,
        Map.copyOf(inputs),
        Map.copyOf(noted),
        Map.copyOf(outputs),
        List.copyOf(failures));
  }
}

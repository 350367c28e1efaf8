package io.github.feishuhire.demo.seen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an instance stands.
 *
 * @param ended null while it goes on
 * @param trail the elements it has come to, in order
 * @param completed those it has left on its way, in order
 * @param at those it is at
 */
public record Snapshot(
    long key,
    String process,
    long processKey,
    Instant started,
    @Nullable Instant ended,
    boolean cancelled,
    List<String> trail,
    List<String> completed,
    List<String> at,
    List<OpenIncident> incidents,
    List<OpenTask> tasks,
    Map<String, JsonNode> variables) {

  /** A missing node when there is no such variable. */
  public JsonNode variable(String name) {
    JsonNode value = variables.get(name);
    return value == null ? MissingNode.getInstance() : value;
  }

  /** Variables hold candidates' data. */
  @Override
  public String toString() {
    return "Snapshot[key=" + key + ", process=" + process + ", at=" + at + "]";
  }
}

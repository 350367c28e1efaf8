package io.github.feishuhire.demo.seen;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One time that an instance was at an element.
 *
 * @param left null while it is there
 * @param interrupted whether it was taken away from there
 * @param inputs the local variables it began with
 * @param noted local variables that were set meanwhile, such as the connector's claim
 * @param outputs what the job or the person gave
 * @param failures what the tries that failed said, or which BPMN error there was
 */
public record Visit(
    long key,
    String element,
    String type,
    Instant entered,
    @Nullable Instant left,
    boolean interrupted,
    Map<String, JsonNode> inputs,
    Map<String, JsonNode> noted,
    Map<String, JsonNode> outputs,
    List<String> failures) {

  /** Variables hold candidates' data. */
  @Override
  public String toString() {
    return "Visit[key=" + key + ", element=" + element + "]";
  }
}

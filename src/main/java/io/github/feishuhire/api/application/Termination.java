package io.github.feishuhire.api.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an application ends.
 *
 * @param type null where Feishu tells none that is documented
 * @param reasonIds often none
 */
public record Termination(
    @Nullable TerminationType type, List<String> reasonIds, @Nullable String note) {

  public Termination {
    reasonIds = List.copyOf(reasonIds);
  }

  /** The note is about a candidate. */
  @Override
  public String toString() {
    return "Termination[" + type + "]";
  }
}

package io.github.feishuhire.worker.catalogue;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variable that an operation gives.
 *
 * @param example of its value, as JSON: the Modeler offers its members in later steps
 * @param member that may have a variable of its own besides; null where none is asked for that
 *     often
 * @param instead the variable that is given in its place where a person has found out by hand what
 *     became of a submission; null where there is none
 */
public record Output(
    String name, String example, @Nullable String member, @Nullable String instead) {

  /** The variables of a submission of which that id is known and nothing else. */
  public Map<String, Object> found(String id) {
    String other = foundAs();
    if (other == null) {
      return Map.of(name, id);
    }
    return instead == null
        ? Map.of(name, Map.of(other, id))
        : Map.of(name, NullNode.getInstance(), other, id);
  }

  /** The id by which a person knows the result, who looks for it in Feishu; null where none. */
  public @Nullable String foundAs() {
    return instead == null ? member : instead;
  }
}

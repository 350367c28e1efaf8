package io.github.feishuhire.sandbox.talent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Reply;
import java.util.List;

/**
 * A tag that the tenant has set up.
 *
 * @param subscribed whether what happens to its talents is pushed
 */
public record Tag(String id, String zhName, String enName, boolean active, boolean subscribed) {

  private static final int MANUAL = 1;
  private static final int ENABLED = 1;
  private static final int DISABLED = 2;

  /** The newest first; the first one is the documentation's example. */
  static final List<Tag> ALL =
      List.of(
          new Tag("6960663240925956661", "重点候选人", "Priority", true, true),
          new Tag("6960663240925956662", "内部转岗", "Internal Move", true, false),
          new Tag("6960663240925956663", "人才储备", "Talent Pool", true, false),
          new Tag("6960663240925956664", "2019 校招", "Campus 2019", false, false));

  /** As it is listed. */
  ObjectNode tree() {
    return summary().put("type", MANUAL).put("active_status", active ? ENABLED : DISABLED);
  }

  /** As it is told with what happens to a talent. */
  public ObjectNode summary() {
    ObjectNode tree = Reply.object().put("id", id);
    tree.set("name", Reply.named(zhName, enName));
    tree.set("description", Reply.named("", ""));
    return tree;
  }
}

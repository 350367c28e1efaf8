package io.github.feishuhire.sandbox.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Reply;

/** A step of a hiring process. */
public record Stage(String id, String zhName, String enName, int type) {

  static final int ONBOARDED = 7;

  /** As everything shows it. */
  public ObjectNode tree() {
    return Reply.object()
        .put("id", id)
        .put("zh_name", zhName)
        .put("en_name", enName)
        .put("type", type);
  }

  /** Whether a person may mean this one: by id, type or name. */
  boolean isMeantBy(String text) {
    return id.equals(text)
        || String.valueOf(type).equals(text)
        || zhName.equals(text)
        || enName.equalsIgnoreCase(text);
  }

  boolean isOnboarded() {
    return type == ONBOARDED;
  }
}

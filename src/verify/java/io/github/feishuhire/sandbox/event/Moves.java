package io.github.feishuhire.sandbox.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Applications that move to another stage, as Feishu's documentation has it. */
final class Moves {

  static final String STAGE_CHANGED = "hire.application.stage_changed_v1";

  private Moves() {}

  static ObjectNode of(String applicationId) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("application_id", applicationId)
        .put("origin_stage_id", "6891470273281123213")
        .put("target_stage_id", "6891470273281123214")
        .put("update_time", 1_652_806_656_258L);
  }
}

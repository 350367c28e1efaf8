package io.github.feishuhire.sandbox.interview;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.application.Stage;
import io.github.feishuhire.sandbox.http.Reply;
import java.time.Instant;

/** What somebody makes of a resume. */
record Evaluation(
    String id, String applicationId, Stage stage, Instant created, Conclusion conclusion) {

  private static final int SUBMITTED = 1;
  private static final int NOT_SUBMITTED = 2;

  ObjectNode tree() {
    String at = String.valueOf(created.toEpochMilli());
    ObjectNode tree =
        Reply.object()
            .put("id", id)
            .put("application_id", applicationId)
            .put("stage_id", stage.id())
            .put("creator_id", "ou_ce613028fe74745421f5dc320bb9c709")
            .put("evaluator_id", "ou_84aad35d084aa403a838cf73ee18467a")
            .put("commit_status", conclusion.isSubmitted() ? SUBMITTED : NOT_SUBMITTED)
            .put("create_time", at)
            .put("update_time", at);
    return conclusion.isSubmitted()
        ? tree.put("conclusion", conclusion.number()).put("content", "匹配度高，建议面试。")
        : tree;
  }
}

package io.github.feishuhire.sandbox.interview;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.application.Stage;
import io.github.feishuhire.sandbox.http.Reply;
import java.time.Duration;
import java.time.Instant;

/** A talk of one interviewer with an applicant. */
record Interview(
    String id,
    String recordId,
    String applicationId,
    Stage stage,
    int round,
    Instant begin,
    Conclusion conclusion) {

  private static final Duration LENGTH = Duration.ofHours(1);
  private static final int SUBMITTED = 1;
  private static final int NOT_SUBMITTED = 2;
  private static final int BY_VIDEO = 3;
  private static final String INTERVIEWER = "ou_84aad35d084aa403a838cf73ee18467a";

  ObjectNode tree() {
    long end = begin.plus(LENGTH).toEpochMilli();
    ObjectNode tree =
        Reply.object()
            .put("id", id)
            .put("application_id", applicationId)
            .put("begin_time", begin.toEpochMilli())
            .put("end_time", end)
            .put("round", round)
            .put("stage_id", stage.id())
            .put("interview_type", BY_VIDEO)
            .put("interview_round_summary", conclusion.summary())
            .put("contact_mobile", "13900139000");
    tree.putObject("stage")
        .put("id", stage.id())
        .set("name", Reply.named(stage.zhName(), stage.enName()));
    ObjectNode record =
        tree.putArray("interview_record_list")
            .addObject()
            .put("id", recordId)
            .put("user_id", INTERVIEWER)
            .put("commit_status", conclusion.isSubmitted() ? SUBMITTED : NOT_SUBMITTED)
            .put("conclusion", conclusion.number());
    record.putObject("interviewer").put("id", INTERVIEWER).set("name", Reply.named("李雷", "Lei Li"));
    if (conclusion.isSubmitted()) {
      tree.put("feedback_submit_time", end);
      record.put("content", "沟通清晰，项目经验扎实。").put("feedback_submit_time", end);
    }
    return tree;
  }
}

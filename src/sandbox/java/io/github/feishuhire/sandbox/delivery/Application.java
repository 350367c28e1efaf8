package io.github.feishuhire.sandbox.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Reply;

/** A talent applies to a job. */
public record Application(
    String id,
    String talentId,
    String jobId,
    String jobPostId,
    String portalResumeId,
    String userId) {

  /** What is told of it. */
  ObjectNode tree() {
    return Reply.object()
        .put("application_id", id)
        .put("job_id", jobId)
        .put("job_post_id", jobPostId)
        .put("portal_resume_id", portalResumeId)
        .put("user_id", userId)
        .put("talent_id", talentId);
  }
}

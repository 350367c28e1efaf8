package io.github.feishuhire.sandbox.offer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Reply;
import java.time.Instant;

/** What an applicant is offered; all but its status is the same for everybody. */
record Offer(String id, String applicationId, String jobId, OfferStatus status, Instant created) {

  private static final int PERMANENT = 1;

  Offer with(OfferStatus other) {
    return new Offer(id, applicationId, jobId, other, created);
  }

  ObjectNode tree() {
    ObjectNode tree =
        Reply.object()
            .put("id", id)
            .put("application_id", applicationId)
            .put("schema_id", "7013318077945596204")
            .put("offer_status", status.number());
    tree.putObject("basic_info")
        .put("offer_type", PERMANENT)
        .put("owner_user_id", "ou_ce613028fe74745421f5dc320bb9c709")
        .put("creator_user_id", "ou_ce613028fe74745421f5dc320bb9c709")
        .put("onboard_date", "2027-01-04")
        .put("create_time", String.valueOf(created.toEpochMilli()))
        .put("job_offered", "流程工程师");
    tree.putObject("salary_plan").put("currency", "CNY").put("basic_salary", "31415.92");
    tree.putObject("job_info").put("job_id", jobId).put("job_name", "流程工程师");
    return tree;
  }
}

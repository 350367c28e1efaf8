package io.github.feishuhire.worker.delivery;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.delivery.Delivery;
import io.github.feishuhire.api.delivery.StructuredDraft;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.job.Capacity;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.Outcome;
import java.util.List;
import java.util.Map;

/**
 * Submit Structured Resume: delivers a candidate, by a resume in fields, to a job post; Feishu
 * answers with the delivery itself.
 */
public final class SubmitStructuredResume {

  private static final String CITIES = "application_preferred_city_code_list";
  private static final String VARIABLE = "delivery";

  private record Input(String websiteId, StructuredDraft draft) {}

  private SubmitStructuredResume() {}

  /** The row for the table of operations. */
  public static Operation<?> operation() {
    return new Operation<>(
        "Submit Structured Resume",
        "feishu-hire:submit-structured-resume:1",
        List.of("website_id", "job_post_id", "user_id", "resume", CITIES, "channel_id"),
        VARIABLE,
        Endpoint.CREATE_BY_RESUME,
        Capacity.OF_A_MINUTE,
        SubmitStructuredResume::bind,
        SubmitStructuredResume::run);
  }

  private static Input bind(Inputs inputs) {
    return new Input(
        inputs.id("website_id"),
        new StructuredDraft(
            inputs.text("job_post_id"),
            inputs.text("user_id"),
            inputs.object("resume"),
            inputs.optionalTexts(CITIES),
            inputs.optionalText("channel_id")));
  }

  private static Outcome run(Input input, JobContext context) {
    Delivery delivery =
        context.hire().deliveries().submit(input.websiteId(), input.draft(), context.options());
    return new Outcome.Completed(Map.of(VARIABLE, DeliveryResult.members(delivery)));
  }
}

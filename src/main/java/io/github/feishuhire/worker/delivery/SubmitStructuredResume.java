package io.github.feishuhire.worker.delivery;

import static io.github.feishuhire.worker.catalogue.CommonInputs.CHANNEL_ID;
import static io.github.feishuhire.worker.catalogue.CommonInputs.JOB_POST_ID;
import static io.github.feishuhire.worker.catalogue.CommonInputs.PREFERRED_CITIES;
import static io.github.feishuhire.worker.catalogue.CommonInputs.USER_ID;
import static io.github.feishuhire.worker.catalogue.CommonInputs.WEBSITE_ID;
import static io.github.feishuhire.worker.catalogue.ErrorCode.APPLICATION_LIMIT_REACHED;
import static io.github.feishuhire.worker.catalogue.ErrorCode.DUPLICATE_APPLICATION;
import static io.github.feishuhire.worker.catalogue.ErrorCode.INVALID_MOBILE;
import static io.github.feishuhire.worker.catalogue.ErrorCode.JOB_POST_NOT_FOUND;
import static io.github.feishuhire.worker.catalogue.ErrorCode.WEBSITE_NOT_FOUND;
import static io.github.feishuhire.worker.catalogue.ErrorCode.WEBSITE_USER_NOT_FOUND;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.delivery.Delivery;
import io.github.feishuhire.api.delivery.StructuredDraft;
import io.github.feishuhire.api.talent.TalentCriteria;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Form;
import io.github.feishuhire.worker.catalogue.Group;
import io.github.feishuhire.worker.catalogue.Input;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.Outcome;
import java.util.Map;

/**
 * Submit Structured Resume: delivers a candidate, by a resume in fields, to a job post; Feishu
 * answers with the delivery itself.
 */
public final class SubmitStructuredResume {

  private static final Input RESUME =
      Input.entry("resume", Form.OBJECT, "{basic_info: {name: name, email: email}}");

  public static final Task TASK =
      Task.named("Submit Structured Resume", Endpoint.CREATE_BY_RESUME, Capacity.OF_A_MINUTE)
          .takes(
              USER_ID,
              RESUME,
              WEBSITE_ID.in(Group.DELIVERY),
              JOB_POST_ID,
              CHANNEL_ID,
              PREFERRED_CITIES)
          .gives("delivery", DeliveryResult.EXAMPLE)
          .offers(DeliveryResult.APPLICATION_ID)
          .endsWith(
              WEBSITE_NOT_FOUND,
              WEBSITE_USER_NOT_FOUND,
              JOB_POST_NOT_FOUND,
              INVALID_MOBILE,
              DUPLICATE_APPLICATION,
              APPLICATION_LIMIT_REACHED)
          .documentedAt(
              "https://open.feishu.cn/document/hire-v1/get-candidates/website/create_by_resume")
          .drawn(
              """
              <path d='M2.5 2h6L11 4.5v9H2.5z' fill='#fff'/>\
              <path d='M4.4 6h4.4M4.4 8.5h2.6' stroke='#0b6e75' stroke-width='1.3' stroke-linecap='round'/>\
              <path d='M17.2 5.6L5.6 10l3.3 1.7 1.8 4.1z' fill='#ffb84d' stroke='#0b6e75' stroke-width='1.1' stroke-linejoin='round'/>""");

  private record Request(String websiteId, StructuredDraft draft) {
    ApplicationSearch search() {
      Map<String, TalentCriteria> by = Candidate.of(draft.resume().path("basic_info")).criteria();
      return new ApplicationSearch(websiteId, draft.jobPostId(), by);
    }
  }

  private SubmitStructuredResume() {}

  /** The row with what it does. */
  public static Operation<?> operation() {
    return new Operation<>(
        TASK,
        SubmitStructuredResume::bind,
        SubmitStructuredResume::run,
        (input, since, context) -> input.search().since(since, context));
  }

  private static Request bind(Inputs inputs) {
    return new Request(
        inputs.id(WEBSITE_ID),
        new StructuredDraft(
            inputs.text(JOB_POST_ID),
            inputs.text(USER_ID),
            inputs.object(RESUME),
            inputs.optionalTexts(PREFERRED_CITIES),
            inputs.optionalText(CHANNEL_ID)));
  }

  private static Outcome run(Request input, JobContext context) {
    Delivery delivery =
        context.hire().deliveries().submit(input.websiteId(), input.draft(), context.options());
    return new Outcome.Completed(Map.of(TASK.output().name(), DeliveryResult.members(delivery)));
  }
}

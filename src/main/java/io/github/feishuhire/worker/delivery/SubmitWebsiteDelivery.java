package io.github.feishuhire.worker.delivery;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.delivery.DeliveryDraft;
import io.github.feishuhire.api.delivery.Identification;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import io.github.feishuhire.worker.job.Capacity;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Submit Website Delivery: asks Feishu to deliver a candidate, by the resume uploaded before, to a
 * job post.
 */
public final class SubmitWebsiteDelivery {

  private static final String CITIES = "application_preferred_city_code_list";

  private record Input(String websiteId, DeliveryDraft draft) {}

  private SubmitWebsiteDelivery() {}

  /** The row for the table of operations. */
  public static Operation<?> operation() {
    return new Operation<>(
        "Submit Website Delivery",
        "feishu-hire:submit-website-delivery:1",
        List.of(
            "website_id",
            "job_post_id",
            "user_id",
            "resume_file_id",
            "channel_id",
            CITIES,
            "mobile_country_code",
            "mobile",
            "email",
            "identification"),
        "task_id",
        Endpoint.CREATE_BY_ATTACHMENT,
        Capacity.OF_A_MINUTE,
        SubmitWebsiteDelivery::bind,
        SubmitWebsiteDelivery::run);
  }

  private static Input bind(Inputs inputs) {
    return new Input(
        inputs.id("website_id"),
        new DeliveryDraft(
            inputs.text("job_post_id"),
            inputs.text("user_id"),
            inputs.text("resume_file_id"),
            inputs.optionalText("channel_id"),
            cities(inputs),
            inputs.optionalText("mobile_country_code"),
            inputs.optionalText("mobile"),
            inputs.optionalText("email"),
            identification(inputs.optionalObject("identification"))));
  }

  private static @Nullable List<String> cities(Inputs inputs) {
    List<String> cities = inputs.optionalTexts(CITIES);
    if (cities != null && cities.size() > 1) {
      throw new InvalidInputException(CITIES, Problem.MORE_THAN_ONE_CITY);
    }
    return cities;
  }

  private static @Nullable Identification identification(@Nullable Inputs members) {
    if (members == null) {
      return null;
    }
    Integer type = identificationType(members);
    String number = members.optionalText("identification_number");
    return type == null && number == null ? null : new Identification(type, number);
  }

  private static @Nullable Integer identificationType(Inputs members) {
    String type = members.optionalTextOrWholeNumber("identification_type");
    return switch (type) {
      case null -> null;
      case "1", "2", "3", "4", "5", "6", "9" -> Integer.valueOf(type);
      default ->
          throw new InvalidInputException(
              "identification.identification_type", Problem.UNKNOWN_IDENTIFICATION_TYPE);
    };
  }

  private static Outcome run(Input input, JobContext context) {
    String taskId =
        context.hire().deliveries().submit(input.websiteId(), input.draft(), context.options());
    return new Outcome.Completed(Map.of("task_id", taskId));
  }
}

package io.github.feishuhire.worker.delivery;

import io.github.feishuhire.api.delivery.Delivery;
import io.github.feishuhire.api.delivery.DeliveryTask;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variable {@code delivery_result}: what a process may know of a delivery task. */
final class DeliveryResult {

  static final String VARIABLE = "delivery_result";
  static final String APPLICATION_ID = "application_id";

  private static final String IDS =
      """
      "application_id":"6960663240925956657","talent_id":"7095600054216542508",\
      "job_id":"6960663240925956659","job_post_id":"6960663240925956658",\
      "portal_resume_id":"6960663240925956660","user_id":"6960663240925956656"}""";

  /** A delivery that was made, as JSON. */
  static final String EXAMPLE = "{" + IDS;

  static final String EXAMPLE_OF_TASK = "{\"status\":\"success\"," + IDS;

  private final Map<String, Object> members = new LinkedHashMap<>();

  private DeliveryResult() {}

  private DeliveryResult(String status) {
    members.put("status", status);
  }

  /** What is known of a delivery that was made; absent ids are left out. */
  static Map<String, Object> members(Delivery delivery) {
    return new DeliveryResult().with(delivery).members;
  }

  /** Absent ids are left out. */
  static Map<String, Object> of(DeliveryTask task) {
    DeliveryResult result =
        switch (task) {
          case DeliveryTask.Running running -> new DeliveryResult("running");
          case DeliveryTask.Succeeded succeeded ->
              new DeliveryResult("success").with(succeeded.delivery());
          case DeliveryTask.Duplicate duplicate ->
              new DeliveryResult("duplicate")
                  .with(APPLICATION_ID, duplicate.applicationId())
                  .with("status_msg", duplicate.statusMsg());
          case DeliveryTask.Failed failed ->
              new DeliveryResult("failed").with("status_msg", failed.statusMsg());
        };
    return Map.of(VARIABLE, result.members);
  }

  /** Of a delivery of which a person knows that it was made, and no more. */
  static Map<String, Object> found(String applicationId) {
    return Map.of(
        VARIABLE, new DeliveryResult("success").with(APPLICATION_ID, applicationId).members);
  }

  private DeliveryResult with(Delivery delivery) {
    return with(APPLICATION_ID, delivery.applicationId())
        .with("talent_id", delivery.talentId())
        .with("job_id", delivery.jobId())
        .with("job_post_id", delivery.jobPostId())
        .with("portal_resume_id", delivery.portalResumeId())
        .with("user_id", delivery.userId());
  }

  private DeliveryResult with(String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      members.put(name, value);
    }
    return this;
  }
}

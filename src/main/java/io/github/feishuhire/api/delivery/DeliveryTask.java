package io.github.feishuhire.api.delivery;

import org.jspecify.annotations.Nullable;

/** What is known of a delivery task. */
public sealed interface DeliveryTask {

  /** Not finished; ask again later. It normally takes less than a minute. */
  record Running() implements DeliveryTask {}

  record Succeeded(Delivery delivery) implements DeliveryTask {}

  /**
   * The candidate already has an application for this job.
   *
   * @param applicationId of the existing application
   */
  record Duplicate(@Nullable String applicationId, @Nullable String statusMsg)
      implements DeliveryTask {
    @Override
    public String toString() {
      return "Duplicate[" + applicationId + "]";
    }
  }

  /**
   * Feishu tried and could not deliver.
   *
   * @param statusMsg Feishu's own words; their full set is not documented
   */
  record Failed(@Nullable String statusMsg) implements DeliveryTask {
    @Override
    public String toString() {
      return "Failed";
    }
  }
}

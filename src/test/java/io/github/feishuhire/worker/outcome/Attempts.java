package io.github.feishuhire.worker.outcome;

import io.github.feishuhire.worker.delivery.SubmitWebsiteDelivery;
import io.github.feishuhire.worker.input.TaskHeaders;
import java.util.Map;

/** Tries at a submission, as a test needs them. */
final class Attempts {

  static final String OPERATION = "Submit Website Delivery";

  private Attempts() {}

  /** The first of three, with every header at its default. */
  static Attempt first() {
    return of(3, 1, Map.of());
  }

  static Attempt with(String header, String value) {
    return of(3, 1, Map.of(header, value));
  }

  static Attempt of(int retries, int number, Map<String, String> headers) {
    return new Attempt(SubmitWebsiteDelivery.TASK, TaskHeaders.of(headers), retries, number);
  }
}

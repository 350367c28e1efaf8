package io.github.feishuhire.worker.delivery;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.worker.job.Capacity;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.Outcome;

/** Check Delivery Result: looks at a delivery task once and says what it saw, failures included. */
public final class CheckDeliveryResult {

  private CheckDeliveryResult() {}

  /** The row for the table of operations. */
  public static Operation<?> operation() {
    return new Operation<>(
        "Check Delivery Result",
        "feishu-hire:check-delivery-result:1",
        TaskReference.INPUTS,
        DeliveryResult.VARIABLE,
        Endpoint.GET_DELIVERY_TASK,
        Capacity.OF_A_MINUTE,
        TaskReference::bind,
        CheckDeliveryResult::run);
  }

  private static Outcome run(TaskReference task, JobContext context) {
    return new Outcome.Completed(
        DeliveryResult.of(
            context.hire().deliveries().task(task.websiteId(), task.taskId(), context.options())));
  }
}

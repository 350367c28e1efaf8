package io.github.feishuhire.worker.delivery;

import static io.github.feishuhire.worker.catalogue.CommonInputs.TASK_ID;
import static io.github.feishuhire.worker.catalogue.CommonInputs.WEBSITE_ID;
import static io.github.feishuhire.worker.catalogue.ErrorCode.TASK_NOT_FOUND;
import static io.github.feishuhire.worker.catalogue.ErrorCode.WEBSITE_NOT_FOUND;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Group;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.Outcome;

/** Check Delivery Result: looks at a delivery task once and says what it saw, failures included. */
public final class CheckDeliveryResult {

  public static final Task TASK =
      Task.named("Check Delivery Result", Endpoint.GET_DELIVERY_TASK, Capacity.OF_A_MINUTE)
          .takes(WEBSITE_ID.in(Group.DELIVERY), TASK_ID, TaskReference.APPLICATION_ID)
          .gives(DeliveryResult.VARIABLE, DeliveryResult.EXAMPLE_OF_TASK)
          .offers(DeliveryResult.APPLICATION_ID)
          .endsWith(WEBSITE_NOT_FOUND, TASK_NOT_FOUND)
          .documentedAt(TaskReference.PAGE)
          .drawn(
              """
              <path d='M3 2h6.5L12 4.5v11H3z' fill='#fff'/>\
              <circle cx='10' cy='9.5' r='3.2' fill='#fff' stroke='#0b6e75' stroke-width='3.6'/>\
              <circle cx='10' cy='9.5' r='3.2' fill='#fff' stroke='#ffb84d' stroke-width='1.8'/>\
              <path d='M12.5 12l2.8 2.8' stroke='#ffb84d' stroke-width='2.2' stroke-linecap='round'/>""");

  private CheckDeliveryResult() {}

  /** The row with what it does. */
  public static Operation<?> operation() {
    return new Operation<>(TASK, TaskReference::bind, CheckDeliveryResult::run);
  }

  private static Outcome run(TaskReference reference, JobContext context) {
    return new Outcome.Completed(
        switch (reference) {
          case TaskReference.Found(String applicationId) -> DeliveryResult.found(applicationId);
          case TaskReference.OfTask(String websiteId, String taskId) ->
              DeliveryResult.of(
                  context.hire().deliveries().task(websiteId, taskId, context.options()));
        });
  }
}

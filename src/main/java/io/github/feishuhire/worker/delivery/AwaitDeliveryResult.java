package io.github.feishuhire.worker.delivery;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.Refusal;
import io.github.feishuhire.api.delivery.DeliveryTask;
import io.github.feishuhire.api.http.Endpoint;
import io.github.feishuhire.worker.input.TaskHeaders.OnDuplicate;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.ErrorCode;
import io.github.feishuhire.worker.outcome.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Await Delivery Result: asks again, a little later each time, until there is a result or the
 * timeout has passed.
 */
public final class AwaitDeliveryResult {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  /**
   * A task just made may not be found at once: Feishu documents neither that it is nor that it is
   * not.
   */
  private static final Duration MAY_BE_UNKNOWN = Duration.ofSeconds(10);

  private AwaitDeliveryResult() {}

  /** The row for the table of operations. */
  public static Operation<?> operation() {
    return new Operation<>(
        "Await Delivery Result",
        "feishu-hire:await-delivery-result:1",
        TaskReference.INPUTS,
        DeliveryResult.VARIABLE,
        true,
        Endpoint.GET_DELIVERY_TASK.deadline(),
        Duration.ofMinutes(2),
        2000,
        TaskReference::bind,
        AwaitDeliveryResult::run);
  }

  private static Outcome run(TaskReference task, JobContext context) {
    Instant start = context.now();
    Instant limit = start.plus(context.headers().timeout());
    Duration pause = FIRST_PAUSE;
    while (true) {
      Duration left = Duration.between(context.now(), limit);
      if (!left.isPositive()) {
        return context.reactions().ended(ErrorCode.RESULT_TIMEOUT, context.attempt(), Map.of());
      }
      context.sleep(shorter(pause, left));
      pause = shorter(pause.multipliedBy(3).dividedBy(2), LONGEST_PAUSE);
      try {
        DeliveryTask found =
            context.hire().deliveries().task(task.websiteId(), task.taskId(), context.terms());
        if (!(found instanceof DeliveryTask.Running)) {
          return ended(found, context);
        }
      } catch (FeishuException e) {
        Duration waited = Duration.between(start, context.now());
        pause = longer(pause, pauseAfter(e, waited));
      }
    }
  }

  /** The wait that a reply which is no answer asks for; every other failure ends this run. */
  private static Duration pauseAfter(FeishuException e, Duration waited) {
    return switch (e.failure()) {
      case Throttled throttled -> throttled.retryAfter();
      case Refused refused
          when refused.refusal() == Refusal.TASK_NOT_FOUND
              && waited.compareTo(MAY_BE_UNKNOWN) < 0 ->
          Duration.ZERO;
      default -> throw e;
    };
  }

  private static Outcome ended(DeliveryTask task, JobContext context) {
    Map<String, Object> result = DeliveryResult.of(task);
    return switch (task) {
      case DeliveryTask.Failed failed ->
          context.reactions().ended(ErrorCode.DELIVERY_FAILED, context.attempt(), result);
      case DeliveryTask.Duplicate duplicate
          when context.headers().onDuplicate() == OnDuplicate.BPMN_ERROR ->
          context.reactions().ended(ErrorCode.DUPLICATE_APPLICATION, context.attempt(), result);
      case DeliveryTask.Duplicate duplicate -> new Outcome.Completed(result);
      case DeliveryTask.Succeeded succeeded -> new Outcome.Completed(result);
      case DeliveryTask.Running running -> new Outcome.Completed(result);
    };
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}

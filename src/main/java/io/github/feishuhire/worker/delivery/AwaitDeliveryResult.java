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
import java.util.Optional;
import org.apache.commons.lang3.ObjectUtils;

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
        return ended(ErrorCode.RESULT_TIMEOUT, context, Map.of());
      }
      context.sleep(ObjectUtils.min(pause, left));
      pause = ObjectUtils.min(pause.multipliedBy(3).dividedBy(2), LONGEST_PAUSE);
      try {
        Optional<Outcome> outcome = look(task, context);
        if (outcome.isPresent()) {
          return outcome.get();
        }
      } catch (FeishuException e) {
        Duration waited = Duration.between(start, context.now());
        pause = ObjectUtils.max(pause, pauseAfter(e, waited));
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

  /** Empty while the task is running. */
  private static Optional<Outcome> look(TaskReference reference, JobContext context) {
    DeliveryTask task =
        context
            .hire()
            .deliveries()
            .task(reference.websiteId(), reference.taskId(), context.terms());
    Map<String, Object> result = DeliveryResult.of(task);
    return switch (task) {
      case DeliveryTask.Running running -> Optional.empty();
      case DeliveryTask.Succeeded succeeded -> Optional.of(new Outcome.Completed(result));
      case DeliveryTask.Duplicate duplicate
          when context.headers().onDuplicate() == OnDuplicate.COMPLETE ->
          Optional.of(new Outcome.Completed(result));
      case DeliveryTask.Duplicate duplicate ->
          Optional.of(ended(ErrorCode.DUPLICATE_APPLICATION, context, result));
      case DeliveryTask.Failed failed ->
          Optional.of(ended(ErrorCode.DELIVERY_FAILED, context, result));
    };
  }

  private static Outcome ended(ErrorCode code, JobContext context, Map<String, Object> result) {
    return context.reactions().ended(code, context.attempt(), result);
  }
}

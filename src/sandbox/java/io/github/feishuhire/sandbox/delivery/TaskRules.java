package io.github.feishuhire.sandbox.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;
import io.github.feishuhire.sandbox.website.Catalogue;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Tells how far a task is: no data in the first half of its duration, status 1 in the second, then
 * the result.
 */
public final class TaskRules implements Rules {

  private static final int PROCESSING = 1;
  private static final int SUCCESS = 2;
  private static final int FAILED = 3;

  // Assumption: tasks are known to be deleted, but no page says when.
  private static final Duration RETENTION = Duration.ofDays(7);

  private final Catalogue catalogue;
  private final Deliveries deliveries;
  private final Duration duration;
  private final InstantSource clock;

  public TaskRules(
      Catalogue catalogue, Deliveries deliveries, Duration duration, InstantSource clock) {
    this.catalogue = catalogue;
    this.deliveries = deliveries;
    this.duration = duration;
    this.clock = clock;
  }

  @Override
  public Reply answer(Call call) {
    String websiteId = call.parameter("website_id");
    // Assumption: as for submitting.
    catalogue.requireWebsite(websiteId);
    Task task =
        deliveries
            .task(websiteId, call.parameter("delivery_task_id"))
            .orElseThrow(() -> new Refusal(ErrorCode.TASK_NOT_FOUND));
    Duration age = Duration.between(task.created(), clock.instant());
    if (task.result() instanceof Task.Result.Lost || age.compareTo(RETENTION) > 0) {
      throw new Refusal(ErrorCode.TASK_NOT_FOUND);
    }
    if (age.compareTo(duration.dividedBy(2)) < 0) {
      return Reply.success(Reply.object());
    }
    return Reply.success(age.compareTo(duration) < 0 ? status(PROCESSING) : tree(task.result()));
  }

  private static ObjectNode tree(Task.Result result) {
    return switch (result) {
      case Task.Result.Delivered delivered -> {
        ObjectNode data = status(SUCCESS);
        data.set("delivery", delivered.application().tree());
        yield data;
      }
      case Task.Result.Duplicate duplicate ->
          status(FAILED)
              .put("status_msg", ErrorCode.REPEAT_APPLICATION.message())
              .put("extra_info", duplicate.existingApplicationId());
      case Task.Result.Failed failed -> status(FAILED).put("status_msg", failed.message());
      case Task.Result.NeverEnding ignored -> status(PROCESSING);
      case Task.Result.Lost ignored -> throw new Refusal(ErrorCode.TASK_NOT_FOUND);
    };
  }

  private static ObjectNode status(int status) {
    return Reply.object().put("status", status);
  }
}

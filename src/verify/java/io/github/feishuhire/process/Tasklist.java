package io.github.feishuhire.process;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The open user tasks of {@link ShippedModel#withUserTasksAsJobs}, which a test does by hand. */
final class Tasklist {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HireWorld world;

  Tasklist(HireWorld world) {
    this.world = world;
  }

  /** The variables that the form of a task shows, once there is the task. */
  ObjectNode form(long instance, String elementId) {
    long task = task(instance, elementId).getValue().getElementInstanceKey();
    return world.journal().variables(instance).setAll(world.journal().variables(task));
  }

  /** Fills in the form of a task, once there is the task. */
  void answer(long instance, String elementId, Map<String, ?> answer) {
    world
        .client()
        .newCompleteCommand(task(instance, elementId).getKey())
        .variables(answer)
        .send()
        .join();
  }

  private Record<JobRecordValue> task(long instance, String elementId) {
    return await()
        .atMost(PATIENCE)
        .until(() -> open(instance, elementId), tasks -> !tasks.isEmpty())
        .getFirst();
  }

  /** Returns when the n-th task of this kind is there. */
  void awaitOpen(long instance, String elementId, int nth) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                created(instance, elementId).size() == nth
                    && open(instance, elementId).size() == 1);
  }

  private List<Record<JobRecordValue>> created(long instance, String elementId) {
    return world.journal().jobs(instance, JobIntent.CREATED).stream()
        .filter(job -> job.getValue().getElementId().equals(elementId))
        .toList();
  }

  private List<Record<JobRecordValue>> open(long instance, String elementId) {
    Set<Long> over = new HashSet<>();
    for (JobIntent end : List.of(JobIntent.COMPLETED, JobIntent.CANCELED)) {
      world.journal().jobs(instance, end).forEach(job -> over.add(job.getKey()));
    }
    return created(instance, elementId).stream()
        .filter(job -> !over.contains(job.getKey()))
        .toList();
  }
}

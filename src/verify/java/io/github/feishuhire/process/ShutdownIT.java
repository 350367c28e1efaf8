package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A rolling update, as the jobs see it. */
final class ShutdownIT {

  @RegisterExtension static final HireWorld WORLD = new HireWorld();

  @BeforeAll
  static void deploy() {
    WORLD.deploy("submit-only.bpmn", ShippedModel.of("submit-only.bpmn"));
    WORLD.deploy("wait.bpmn", OneTask.of("wait", "feishu-hire:await-delivery-result:1", Map.of()));
  }

  @Test
  void aJobThatOnlyWaitsIsGivenBackAndTakenUpByTheNextWorker() {
    String taskId =
        WORLD
            .end(
                WORLD.start(
                    "submit-only", Examples.submission("job_post_id", "7000000000000000001")))
            .path("task_id")
            .asText();
    long instance =
        WORLD.start("wait", Map.of("website_id", "7047318856652261676", "task_id", taskId));
    await().until(() -> !WORLD.sandbox().requests(Api.GET_DELIVERY_TASK).isEmpty());

    WORLD.restartWorkers(
        () ->
            await()
                .untilAsserted(
                    () ->
                        assertThat(WORLD.journal().jobs(instance, JobIntent.FAILED))
                            .extracting(failed -> failed.getValue().getRetries())
                            .containsExactly(3)));

    int looks = WORLD.sandbox().requests(Api.GET_DELIVERY_TASK).size();
    await().until(() -> WORLD.sandbox().requests(Api.GET_DELIVERY_TASK).size() > looks);
    WORLD.client().newCancelInstanceCommand(instance).send().join();
  }

  @Test
  void aSubmissionOnItsWayIsFinished() {
    WORLD.sandbox().clearRequests();
    WORLD.sandbox().next(Api.CREATE_BY_ATTACHMENT, Fault.delayed(Duration.ofMillis(500)));
    long instance = WORLD.start("submit-only", Examples.submission());
    await().until(() -> !WORLD.sandbox().requests(Api.CREATE_BY_ATTACHMENT).isEmpty());

    WORLD.restartWorkers(() -> {});

    assertThat(WORLD.end(instance).path("task_id").textValue()).matches("[0-9a-f]{32}");
    assertThat(WORLD.sandbox().requests(Api.CREATE_BY_ATTACHMENT)).hasSize(1);
    assertThat(WORLD.journal().jobs(instance, JobIntent.FAILED)).isEmpty();
  }
}

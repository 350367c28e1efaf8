package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The engine's clock jumps past the lease of a job that is at work. */
final class HandedOutTwiceIT {

  @RegisterExtension static final HireWorld WORLD = new HireWorld();

  @Test
  void theWorkerThatHasItAlreadyFinishesIt() {
    WORLD.deploy("submit-only.bpmn", ShippedModel.of("submit-only.bpmn"));
    WORLD.sandbox().next(Api.CREATE_BY_ATTACHMENT, Fault.delayed(Duration.ofMillis(1500)));
    long instance = WORLD.start("submit-only", Examples.submission());
    await().until(() -> !WORLD.sandbox().requests(Api.CREATE_BY_ATTACHMENT).isEmpty());

    WORLD.engine().increaseTime(Duration.ofSeconds(61));
    await().until(() -> !WORLD.journal().jobs(instance, JobIntent.TIMED_OUT).isEmpty());

    assertThat(WORLD.end(instance).path("task_id").textValue()).matches("[0-9a-f]{32}");
    assertThat(WORLD.sandbox().requests(Api.CREATE_BY_ATTACHMENT)).hasSize(1);
  }
}

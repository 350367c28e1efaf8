package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In real time, because the engine's patience with a job is part of it. */
final class ThrottledIT {

  @RegisterExtension static final HireWorld WORLD = new HireWorld(Time.system());

  @Test
  void waitsOutAThrottledMomentInTheWorker() {
    WORLD.deploy("submit-only.bpmn", ShippedModel.of("submit-only.bpmn"));
    WORLD.sandbox().next(Api.CREATE_BY_ATTACHMENT, Fault.throttled(Duration.ofSeconds(1)));
    long instance = WORLD.start("submit-only", Examples.submission());

    WORLD.end(instance);

    assertThat(WORLD.sandbox().requests(Api.CREATE_BY_ATTACHMENT)).hasSize(2);
    assertThat(WORLD.journal().jobs(instance, JobIntent.FAILED)).isEmpty();
  }
}

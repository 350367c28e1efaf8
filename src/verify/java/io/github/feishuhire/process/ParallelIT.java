package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.Time;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.gateway.RecordedRequest;
import io.github.feishuhire.sandbox.http.Api;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ParallelIT {

  @RegisterExtension static final HireWorld WORLD = new HireWorld(Time.system());

  /** All requests are there before the first answer is. */
  @Test
  void submissionsGoSideBySide() {
    WORLD.deploy("submit-only.bpmn", ShippedModel.of("submit-only.bpmn"));
    Duration answer = Duration.ofSeconds(2);
    WORLD.sandbox().next(Api.CREATE_BY_ATTACHMENT, Fault.delayed(answer), 5);

    List<Long> instances =
        Stream.generate(() -> WORLD.start("submit-only", Examples.submission())).limit(5).toList();
    instances.forEach(WORLD::end);

    List<RecordedRequest> requests = WORLD.sandbox().requests(Api.CREATE_BY_ATTACHMENT);
    assertThat(requests).hasSize(5);
    assertThat(Duration.between(requests.getFirst().at(), requests.getLast().at()))
        .isLessThan(answer);
  }
}

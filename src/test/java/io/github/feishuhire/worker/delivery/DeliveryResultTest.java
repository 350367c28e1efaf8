package io.github.feishuhire.worker.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.delivery.Delivery;
import io.github.feishuhire.api.delivery.DeliveryTask;
import io.github.feishuhire.api.delivery.DeliveryTask.Duplicate;
import io.github.feishuhire.api.delivery.DeliveryTask.Failed;
import io.github.feishuhire.api.delivery.DeliveryTask.Running;
import io.github.feishuhire.api.delivery.DeliveryTask.Succeeded;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DeliveryResultTest {

  static Stream<Arguments> tasks() {
    return Stream.of(
        Arguments.of(new Running(), Map.of("status", "running")),
        Arguments.of(
            new Succeeded(new Delivery("a1", "t1", "j1", "p1", "r1", "u1")),
            Map.of(
                "status", "success",
                "application_id", "a1",
                "talent_id", "t1",
                "job_id", "j1",
                "job_post_id", "p1",
                "portal_resume_id", "r1",
                "user_id", "u1")),
        Arguments.of(
            new Succeeded(new Delivery("a1", null, "", " ", null, null)),
            Map.of("status", "success", "application_id", "a1")),
        Arguments.of(
            new Duplicate("7100825663201052972", "same application exist"),
            Map.of(
                "status", "duplicate",
                "application_id", "7100825663201052972",
                "status_msg", "same application exist")),
        Arguments.of(new Duplicate(null, null), Map.of("status", "duplicate")),
        Arguments.of(
            new Failed("talent is blocked"),
            Map.of("status", "failed", "status_msg", "talent is blocked")),
        Arguments.of(new Failed(null), Map.of("status", "failed")));
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void tellsTheStatusAndWhatIsKnown(DeliveryTask task, Map<String, Object> result) {
    assertThat(DeliveryResult.of(task)).isEqualTo(Map.of("delivery_result", result));
  }
}

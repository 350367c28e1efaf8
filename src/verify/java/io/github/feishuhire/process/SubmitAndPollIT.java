package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubmitAndPollIT {

  @RegisterExtension static final HireWorld WORLD = new HireWorld();

  @BeforeAll
  static void deploy() {
    WORLD.deploy("submit-and-poll.bpmn", ShippedModel.of("submit-and-poll.bpmn"));
  }

  private static Map<String, Object> submission(String jobPost) {
    return Map.of(
        "website_id", "7047318856652261676",
        "job_post_id", jobPost,
        "user_id", "6960663240925956634",
        "resume_file_id", "7095614894070434092");
  }

  @ParameterizedTest
  @CsvSource({
    "6960663240925956636, delivered, success",
    "7000000000000000003, deliveryFailed, failed",
    "7000000000000000001, gaveUp, running",
  })
  void endsAsTheTaskDoes(String jobPost, String end, String status) {
    long instance = WORLD.start("submit-and-poll", submission(jobPost));

    var variables = WORLD.endAfterTimers(instance);

    assertThat(WORLD.journal().completed(instance)).endsWith(end);
    assertThat(variables.path("delivery_result").path("status").textValue()).isEqualTo(status);
  }

  @Test
  void givesUpAfterTenLooks() {
    long instance = WORLD.start("submit-and-poll", submission("7000000000000000001"));

    WORLD.endAfterTimers(instance);

    assertThat(WORLD.journal().completed(instance)).filteredOn("checkResult"::equals).hasSize(10);
  }

  @Test
  void seesADuplicate() {
    String jobPost = "6960663240925956637";
    WORLD.endAfterTimers(WORLD.start("submit-and-poll", submission(jobPost)));

    long instance = WORLD.start("submit-and-poll", submission(jobPost));
    var variables = WORLD.endAfterTimers(instance);

    assertThat(WORLD.journal().completed(instance)).endsWith("alreadyApplied");
    assertThat(variables.path("delivery_result").path("application_id").textValue())
        .matches("[0-9]{19}");
  }
}

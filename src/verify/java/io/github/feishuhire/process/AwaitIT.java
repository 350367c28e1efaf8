package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.ErrorCode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class AwaitIT {

  @RegisterExtension static final HireWorld WORLD = new HireWorld();

  private static final String NEVER_FINISHES = "7000000000000000001";

  @BeforeAll
  static void deploy() {
    WORLD.deploy("submit-only.bpmn", ShippedModel.of("submit-only.bpmn"));
    deploy("wait", Map.of());
    deploy("short", Map.of("timeout", "PT20S"));
    deploy("long", Map.of("timeout", "PT3M"));
    deploy("complete", Map.of("onDuplicate", "complete"));
    deploy("nowhere", Map.of("connection", "nowhere"));
    deploy("mistyped", Map.of("timeout", "5 minutes"));
  }

  private static void deploy(String id, Map<String, String> headers) {
    WORLD.deploy(id + ".bpmn", OneTask.of(id, "feishu-hire:await-delivery-result:1", headers));
  }

  @BeforeEach
  void forgetEarlierRequests() {
    WORLD.sandbox().clearRequests();
    WORLD.sandbox().clearFaults();
  }

  private static Map<String, Object> task(String jobPost) {
    var submission = Examples.submission("job_post_id", jobPost);
    String taskId = WORLD.end(WORLD.start("submit-only", submission)).path("task_id").asText();
    return Map.of("website_id", "7047318856652261676", "task_id", taskId);
  }

  private static long looks(Map<String, Object> task) {
    return WORLD.sandbox().requests(Api.GET_DELIVERY_TASK).stream()
        .filter(request -> request.path().endsWith("/" + task.get("task_id")))
        .count();
  }

  @Test
  void keepsItsJobForLongerThanItWasGiven() {
    long instance = WORLD.start("long", task(NEVER_FINISHES));

    assertThat(WORLD.incident(instance).message()).contains("FEISHU_HIRE_RESULT_TIMEOUT");
    assertThat(WORLD.journal().jobs(instance, JobIntent.TIMED_OUT)).isEmpty();
    assertThat(WORLD.journal().jobs(instance, JobIntent.TIMEOUT_UPDATED)).isNotEmpty();
  }

  @Test
  void givesUpWhenTheTimeoutHasPassed() {
    var task = task(NEVER_FINISHES);

    long instance = WORLD.start("short", task);

    assertThat(WORLD.incident(instance).message()).contains("FEISHU_HIRE_RESULT_TIMEOUT");
    assertThat(looks(task)).isBetween(5L, 9L);
  }

  @Test
  void waitsOutAThrottledMomentInTheWorker() {
    WORLD.sandbox().next(Api.GET_DELIVERY_TASK, Fault.throttled(Duration.ofSeconds(2)));
    long instance = WORLD.start("wait", task("6960663240925956637"));

    var result = WORLD.end(instance).path("delivery_result");

    assertThat(result.path("status").textValue()).isEqualTo("success");
    assertThat(WORLD.journal().jobs(instance, JobIntent.FAILED)).isEmpty();
  }

  @Test
  void takesATaskThatIsNotFoundAtOnceForOneThatIsNew() {
    WORLD.sandbox().next(Api.GET_DELIVERY_TASK, Fault.error(ErrorCode.TASK_NOT_FOUND));
    long instance = WORLD.start("complete", task("6960663240925956637"));

    var result = WORLD.end(instance).path("delivery_result");

    assertThat(result.path("status").textValue()).isIn("success", "duplicate");
  }

  @Test
  void saysWhenATaskIsUnknown() {
    var task =
        Map.of("website_id", "7047318856652261676", "task_id", "00000000000000000000000000000000");

    long instance = WORLD.start("wait", task);

    assertThat(WORLD.incident(instance).message()).contains("FEISHU_HIRE_TASK_NOT_FOUND");
  }

  @Test
  void waitsOutAnOutageWithoutAnIncident() {
    for (int fault = 0; fault < 6; fault++) {
      WORLD.sandbox().next(Api.GET_DELIVERY_TASK, Fault.httpStatus(503));
    }
    long instance = WORLD.start("complete", task("6960663240925956637"));

    var result = WORLD.end(instance).path("delivery_result");

    assertThat(result.path("status").textValue()).isIn("success", "duplicate");
    assertThat(WORLD.journal().jobs(instance, JobIntent.FAILED)).isEmpty();
  }

  @Test
  void keepsTheBeginningOfItsWaitOverARestart() {
    long instance = WORLD.start("long", task(NEVER_FINISHES));
    long task = awaitingSince(instance);
    JsonNode since = WORLD.journal().variables(task).path("feishu_hire_awaiting_since");

    WORLD.restartWorkers(() -> {});

    assertThat(WORLD.incident(instance).message()).contains("FEISHU_HIRE_RESULT_TIMEOUT");
    assertThat(WORLD.journal().variables(task).path("feishu_hire_awaiting_since")).isEqualTo(since);
  }

  /** The task that has noted since when it waits. */
  private static long awaitingSince(long instance) {
    return await()
        .until(
            () ->
                WORLD.journal().jobs(instance, JobIntent.CREATED).stream()
                    .map(job -> job.getValue().getElementInstanceKey())
                    .filter(key -> WORLD.journal().variables(key).has("feishu_hire_awaiting_since"))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  @Test
  void completesWithADuplicateWhereTheDesignerWantsThat() {
    task("6960663240925956636");
    long instance = WORLD.start("complete", task("6960663240925956636"));

    var result = WORLD.end(instance).path("delivery_result");

    assertThat(result.path("status").textValue()).isEqualTo("duplicate");
    assertThat(result.path("application_id").textValue()).matches("[0-9]{19}");
  }

  @Test
  void aConnectionThatIsNotConfiguredIsAnIncidentThatListsNoOther() {
    long instance = WORLD.start("nowhere", Map.of());

    assertThat(WORLD.incident(instance).message())
        .contains("\"nowhere\"")
        .doesNotContain("default");
  }

  @Test
  void aHeaderThatCannotBeReadIsAnIncidentThatSaysWhatToWrite() {
    long instance = WORLD.start("mistyped", Map.of());

    assertThat(WORLD.incident(instance).message()).contains("timeout").contains("PT5M");
  }
}

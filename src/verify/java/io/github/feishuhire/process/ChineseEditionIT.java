package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.worker.JobWorker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The processes of those who read Chinese, served by a worker whose own language is English. */
final class ChineseEditionIT {

  @RegisterExtension static final HireWorld WORLD = new HireWorld();

  private static JobWorker recruiter;

  @BeforeAll
  static void deploy() {
    ShippedModel.names().stream()
        .filter(name -> name.startsWith("zh-CN/"))
        .forEach(name -> WORLD.deploy(name, ShippedModel.withUserTasksAsJobs(name)));
    recruiter = Recruiter.work(WORLD.client());
  }

  @AfterAll
  static void recruiterGoesHome() {
    recruiter.close();
  }

  @Test
  void deliversACandidate() {
    long instance = WORLD.start("hire-candidate-zh-CN", Examples.candidate("chinese-straight"));

    var variables = WORLD.end(instance);

    assertThat(variables.path("delivery_result").path("status").textValue()).isEqualTo("success");
    assertThat(WORLD.journal().completed(instance)).endsWith("candidateDelivered");
  }

  @Test
  void saysInChineseWhyADeliveryFailed() {
    var candidate = Examples.candidate("chinese-failed");
    candidate.put("job_post_id", "7000000000000000003");

    long instance = WORLD.start("hire-candidate-zh-CN", candidate);
    var error = WORLD.end(instance).path("feishu_hire_error");

    assertThat(error.path("code").textValue()).isEqualTo("FEISHU_HIRE_DELIVERY_FAILED");
    assertThat(error.path("message").textValue()).startsWith("等待投递结果：飞书未能完成投递");
    assertThat(WORLD.journal().completed(instance)).contains("handleFailure");
  }

  @Test
  void asksAgainAndAgainForAResult() {
    long instance = WORLD.start("submit-and-poll-zh-CN", Examples.submission());

    WORLD.endAfterTimers(instance);

    assertThat(WORLD.journal().completed(instance)).endsWith("delivered");
  }

  @Test
  void submitsOnly() {
    long instance = WORLD.start("submit-only-zh-CN", Examples.submission());

    assertThat(WORLD.end(instance).path("task_id").textValue()).matches("[0-9a-f]{32}");
  }
}

package io.github.feishuhire.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.sandbox.Caller.Answer;
import io.github.feishuhire.sandbox.delivery.Application;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TaskIT {

  private final MovableClock clock = new MovableClock();
  private final Sandbox sandbox = Sandbox.start(SandboxSettings.DEFAULT.withClock(clock));
  private final Caller caller = Caller.of(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void hasNoDataThenIsProcessingThenSucceeds() {
    String task = submit(Submission.example());

    assertThat(data(task)).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(data(task).toString()).isEqualTo("{\"status\":1}");
    clock.advance(Duration.ofSeconds(1));
    JsonNode data = data(task);
    Application application = sandbox.applications().getFirst();
    assertThat(data.path("status").asInt()).isEqualTo(2);
    JsonNode delivery = data.path("delivery");
    assertThat(delivery.path("application_id").textValue()).isEqualTo(application.id());
    assertThat(delivery.path("talent_id").textValue()).isEqualTo(application.talentId());
    assertThat(delivery.path("job_id").textValue()).isEqualTo("6960663240925956001");
    assertThat(delivery.path("job_post_id").textValue()).isEqualTo("6960663240925956636");
    assertThat(delivery.path("user_id").textValue()).isEqualTo("6960663240925956634");
    assertThat(delivery.path("portal_resume_id").textValue()).matches("\\d{19}");
  }

  @Test
  void reportsTheExistingApplicationOfADuplicate() {
    submit(Submission.example());
    // another post of the same job, the same person by identification
    String repeated =
        submit(
            Submission.example()
                .withJobPost("6960663240925956638")
                .with("email", "\"other@example.com\""));

    assertThat(result(repeated).toString())
        .isEqualTo(
            "{\"status\":3,\"status_msg\":\"same application exist\",\"extra_info\":\"%s\"}"
                .formatted(sandbox.applications().getFirst().id()));
    assertThat(sandbox.applications()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"identification", "email", "mobile", "user_id"})
  void knowsATalentByTheFirstThatIsGiven(String last) {
    Submission submission =
        switch (last) {
          case "identification" -> Submission.example();
          case "email" -> Submission.example().without("identification");
          case "mobile" -> Submission.example().without("identification", "email");
          default -> Submission.example().without("identification", "email", "mobile");
        };
    submit(submission);

    assertThat(result(submit(submission)).path("status").asInt()).isEqualTo(3);
  }

  @Test
  void isNoDuplicateForAnotherJobOrAnotherTalent() {
    submit(Submission.example());
    String otherJob = submit(Submission.example().withJobPost("6960663240925956637"));
    String otherTalent =
        submit(Submission.example().with("identification", "{\"identification_number\": \"2\"}"));

    assertThat(result(otherJob).path("status").asInt()).isEqualTo(2);
    assertThat(result(otherTalent).path("status").asInt()).isEqualTo(2);
  }

  @Test
  void failsOnAnUnknownFile() {
    String task = submit(Submission.example().with("resume_file_id", "\"1\""));

    JsonNode data = result(task);
    assertThat(data.path("status").asInt()).isEqualTo(3);
    assertThat(data.path("status_msg").asText()).isEqualTo("Cannot download attachment");
    assertThat(data.has("extra_info")).isFalse();
  }

  @Test
  void isUnknownElsewhereAndForgottenInTheEnd() {
    String task = submit(Submission.example());
    String elsewhere = "/open-apis/hire/v1/websites/7047318856652261677/delivery_tasks/" + task;

    assertThat(caller.task("f1c2a0f138ec492d99d7ab73594158ad").code()).isEqualTo(1002008);
    assertThat(caller.get(elsewhere).code()).isEqualTo(1002008);
    assertThat(caller.get("/open-apis/hire/v1/websites/1/delivery_tasks/" + task).code())
        .isEqualTo(1002502);
    clock.advance(Duration.ofDays(8));
    assertThat(Caller.of(sandbox).task(task).code()).isEqualTo(1002008);
  }

  private String submit(Submission submission) {
    return caller.submit(submission).text("/data/task_id");
  }

  private JsonNode result(String task) {
    clock.advance(Duration.ofSeconds(2));
    return data(task);
  }

  private JsonNode data(String task) {
    Answer answer = caller.task(task);
    assertThat(answer.code()).isZero();
    return answer.json().path("data");
  }
}

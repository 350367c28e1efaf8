package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.worker.JobWorker;
import io.github.feishuhire.sandbox.http.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The shipped hiring process, with a recruiter who answers every form at once. */
final class HireCandidateIT {

  @RegisterExtension static final HireWorld WORLD = new HireWorld();

  private static final List<String> FORMS =
      List.of(
          "candidate-start.form",
          "another-resume.form",
          "correct-mobile.form",
          "correct-city.form",
          "review-application.form",
          "failed-delivery.form");

  private static JobWorker recruiter;

  @BeforeAll
  static void deploy() {
    FORMS.forEach(form -> WORLD.deploy(form, ShippedModel.of(form)));
    WORLD.deploy("hire-candidate.bpmn", ShippedModel.withUserTasksAsJobs("hire-candidate.bpmn"));
    recruiter = Recruiter.work(WORLD.client());
  }

  @AfterAll
  static void recruiterGoesHome() {
    recruiter.close();
  }

  @Test
  void deliversACandidate() {
    long instance = WORLD.start("hire-candidate", Examples.candidate("straight"));

    var variables = WORLD.end(instance);

    assertThat(WORLD.journal().completed(instance))
        .containsSubsequence(
            "uploadResume",
            "createSiteUser",
            "submitDelivery",
            "awaitResult",
            "reviewApplication",
            "candidateDelivered");
    var result = variables.path("delivery_result");
    assertThat(result.path("status").textValue()).isEqualTo("success");
    assertThat(result.path("application_id").textValue()).matches("[0-9]{19}");
    assertThat(result.path("user_id")).isEqualTo(variables.path("user_id"));
    assertThat(WORLD.sandbox().attachments().getLast().name()).isEqualTo("简历.pdf");
  }

  @Test
  void hasAPersonCorrectAWrongMobileNumber() {
    var candidate = Examples.candidate("mobile");
    candidate.put("mobile", "12");

    long instance = WORLD.start("hire-candidate", candidate);
    WORLD.end(instance);

    assertThat(WORLD.journal().completed(instance))
        .containsSubsequence(
            "invalidMobile", "correctMobile", "submitDelivery", "candidateDelivered");
  }

  @Test
  void tellsThePersonWhatWasRefused() {
    var candidate = Examples.candidate("told");
    candidate.put("mobile", "12");

    var error = WORLD.end(WORLD.start("hire-candidate", candidate)).path("feishu_hire_error");

    assertThat(error.path("code").textValue()).isEqualTo("FEISHU_HIRE_INVALID_MOBILE");
    assertThat(error.path("feishu_code").intValue()).isEqualTo(1002009);
    assertThat(error.path("fields")).extracting(field -> field.textValue()).contains("mobile");
    assertThat(error.path("log_id").textValue()).isNotBlank();
    assertThat(error.path("message").textValue()).startsWith("Submit Website Delivery: ");
  }

  @Test
  void hasAPersonCorrectAnUnknownCity() {
    var candidate = Examples.candidate("city");
    candidate.put("preferred_city_code", "CT_404");

    long instance = WORLD.start("hire-candidate", candidate);
    WORLD.end(instance);

    assertThat(WORLD.journal().completed(instance))
        .containsSubsequence("cityNotFound", "correctCity", "submitDelivery", "candidateDelivered");
  }

  @Test
  void asksForAnotherResumeWhenTheFileIsEmpty() {
    var candidate = Examples.candidate("empty");
    candidate.put("resume", Map.of("file_name", "empty.pdf", "content_base64", ""));

    long instance = WORLD.start("hire-candidate", candidate);
    WORLD.end(instance);

    assertThat(WORLD.journal().completed(instance))
        .containsSubsequence(
            "resumeUnreadable", "askForResume", "uploadResume", "candidateDelivered");
  }

  @Test
  void endsForACandidateWhoHasAlreadyApplied() {
    WORLD.end(WORLD.start("hire-candidate", Examples.candidate("twice")));

    long instance = WORLD.start("hire-candidate", Examples.candidate("twice"));
    var variables = WORLD.end(instance);

    assertThat(WORLD.journal().completed(instance))
        .endsWith("duplicateApplication", "alreadyApplied");
    assertThat(variables.path("feishu_hire_error").path("code").textValue())
        .isEqualTo("FEISHU_HIRE_DUPLICATE_APPLICATION");
    assertThat(variables.path("delivery_result").path("application_id").textValue())
        .matches("[0-9]{19}");
  }

  @Test
  void handsAFailedDeliveryToAPerson() {
    var candidate = Examples.candidate("failed");
    candidate.put("job_post_id", "7000000000000000003");

    long instance = WORLD.start("hire-candidate", candidate);
    WORLD.end(instance);

    assertThat(WORLD.journal().completed(instance))
        .containsSubsequence("deliveryFailed", "handleFailure", "candidateNotDelivered");
  }

  @Test
  void carriesOnWhenTheTokenWasRevoked() {
    var candidate = Examples.candidate("token");
    candidate.put("job_post_id", "7000000000000000401");

    long instance = WORLD.start("hire-candidate", candidate);
    WORLD.end(instance);

    assertThat(WORLD.journal().completed(instance))
        .endsWith("reviewApplication", "candidateDelivered");
    assertThat(WORLD.sandbox().requests(Api.TENANT_ACCESS_TOKEN).size()).isGreaterThan(1);
  }
}

package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.worker.JobWorker;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped hiring process, with a recruiter who answers every form at once. */
final class HireCandidateIT {

  @RegisterExtension static final HireWorld WORLD = new HireWorld();

  private static final List<String> FORMS =
      List.of(
          "candidate-start.form",
          "another-resume.form",
          "another-job-post.form",
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

  /** Where each answer of a form, and each refusal that is drawn, leads to. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          hold     | 6960663240925956636 | reviewApplication | screening_decision | hold     | candidateOnHold
          reject   | 6960663240925956636 | reviewApplication | screening_decision | reject   | candidateTurnedDown
          closed   | 6960663240925950000 | chooseJobPost     | next_step          | give_up  | candidateWithdrew
          file     | 7000000000001002104 | askForResume      | next_step          | give_up  | candidateWithdrew
          locked   | 7000000000001002210 | handleFailure     | failure_decision   | recorded | recordedByHand
          failed   | 7000000000000000003 | handleFailure     | failure_decision   | give_up  | candidateNotDelivered
          unknown  | 7000000000001002008 | handleFailure     | failure_decision   | give_up  | candidateNotDelivered
          user     | 7000000000001002507 | handleFailure     | failure_decision   | recorded | recordedByHand
          finished | 7000000000001002513 | handleFailure     | failure_decision   | give_up  | candidateNotDelivered
          applied  | 7000000000001002510 | -                 | -                  | -        | alreadyApplied
          limit    | 7000000000001002508 | -                 | -                  | -        | limitEnded
          """)
  void endsAsIsDrawn(
      String name,
      String jobPost,
      @Nullable String form,
      @Nullable String field,
      @Nullable String answer,
      String end) {
    var candidate = Examples.candidate(name);
    candidate.put("job_post_id", jobPost);
    if (form != null && field != null && answer != null) {
      candidate.put(Recruiter.ANSWERS, Map.of(form, Map.of(field, answer)));
    }

    long instance = WORLD.start("hire-candidate", candidate);
    WORLD.end(instance);

    List<String> completed = WORLD.journal().completed(instance);
    assertThat(completed).endsWith(end);
    assertThat(completed).contains(form == null ? end : form);
  }

  @Test
  void aPersonWhoHandlesAFailureReadsFeishusOwnWords() {
    var candidate = Examples.candidate("words");
    candidate.put("job_post_id", "7000000000000000003");

    var variables = WORLD.end(WORLD.start("hire-candidate", candidate));

    assertThat(variables.at("/delivery_result/status_msg").textValue()).isNotBlank();
    assertThat(variables.at("/feishu_hire_error/hint").textValue())
        .isNotBlank()
        .doesNotContain("Await Delivery Result", "FEISHU_HIRE");
  }

  @Test
  void aCauseThatIsMendedIsSubmittedAgain() {
    var candidate = Examples.candidate("mended");
    candidate.put(
        Recruiter.ANSWERS, Map.of("handleFailure", Map.of("failure_decision", "resubmit")));
    WORLD.sandbox().next(Api.CREATE_BY_ATTACHMENT, Fault.error(ErrorCode.TALENT_LOCKED));

    long instance = WORLD.start("hire-candidate", candidate);
    WORLD.end(instance);

    assertThat(WORLD.journal().completed(instance))
        .containsSubsequence("otherRefusal", "handleFailure", "candidateDelivered")
        .containsOnlyOnce("uploadResume");
  }

  @Test
  void aJobPostThatIsClosedIsExchangedForOneOfTheList() {
    var candidate = Examples.candidate("exchanged");
    candidate.put("job_post_id", "6960663240925950000");

    long instance = WORLD.start("hire-candidate", candidate);
    var variables = WORLD.end(instance);

    assertThat(WORLD.journal().completed(instance))
        .containsSubsequence(
            "jobPostClosed", "listJobPosts", "chooseJobPost", "candidateDelivered");
    assertThat(variables.path("job_title").textValue()).isEqualTo("流程工程师");
  }

  @Test
  void theSiteUserIsCorrectedTogetherWithTheMobileNumber() {
    WORLD.sandbox().clearRequests();
    var candidate = Examples.candidate("both");
    candidate.put("mobile", "12");

    WORLD.end(WORLD.start("hire-candidate", candidate));

    assertThat(WORLD.sandbox().requests(Api.CREATE_SITE_USER))
        .extracting(request -> request.json().path("mobile").textValue())
        .containsExactly("12", "13900139000");
    assertThat(WORLD.sandbox().requests(Api.CREATE_SITE_USER))
        .extracting(request -> request.json().path("external_id").textValue())
        .as("another user: an external ID that is known keeps its number")
        .doesNotHaveDuplicates();
  }

  @Test
  void oneCountryFillsBothCodesAndTheIdIsMadeOfWhatIsKnown() {
    WORLD.sandbox().clearRequests();
    var candidate = Examples.candidate("Made.Up");
    candidate.keySet().removeAll(List.of("external_id", "mobile_country_code"));
    candidate.remove("mobile_dialling_prefix");
    candidate.put("mobile_country", "CN_1 +86");
    candidate.put("identity_consent", true);
    candidate.put("identification_type", "1");
    candidate.put("identification_number", "11010519491231002X");

    WORLD.end(WORLD.start("hire-candidate", candidate));

    var user = WORLD.sandbox().requests(Api.CREATE_SITE_USER).getFirst().json();
    assertThat(user.path("mobile_country_code").textValue()).isEqualTo("CN_1");
    assertThat(user.path("external_id").textValue()).isEqualTo("made.up@example.com:13800138000");
    var sent = WORLD.sandbox().requests(Api.CREATE_BY_ATTACHMENT).getFirst().json();
    assertThat(sent.path("mobile_country_code").textValue()).isEqualTo("+86");
    assertThat(sent.at("/identification/identification_number").textValue())
        .isEqualTo("11010519491231002X");
  }

  @Test
  void anIdentityDocumentIsNotSentWithoutConsentOfItsOwn() {
    WORLD.sandbox().clearRequests();
    var candidate = Examples.candidate("private");
    candidate.put("identification_type", "1");
    candidate.put("identification_number", "11010519491231002X");

    WORLD.end(WORLD.start("hire-candidate", candidate));

    var sent = WORLD.sandbox().requests(Api.CREATE_BY_ATTACHMENT).getFirst().json();
    assertThat(sent.has("identification")).isFalse();
  }

  @Test
  void whatNobodyScreensIsRemindedOfAndThenTheLeadsTask() {
    var candidate = Examples.candidate("late");
    candidate.put(Recruiter.ANSWERS, Map.of("reviewApplication", Recruiter.LEFT));
    long instance = WORLD.start("hire-candidate", candidate);
    WORLD.awaitBegun(instance, "reviewApplication");

    WORLD.engine().increaseTime(Duration.ofDays(2).plusMinutes(1));
    WORLD.awaitCompleted(instance, "reminderSent");
    assertThat(WORLD.journal().completed(instance))
        .as("a reminder interrupts nothing")
        .doesNotContain("screeningOverdue");
    WORLD.engine().increaseTime(Duration.ofDays(4));
    WORLD.end(instance);

    assertThat(WORLD.journal().completed(instance))
        .containsSubsequence("screeningOverdue", "leadScreens", "candidateDelivered");
  }

  @Test
  void aResultThatDoesNotComeIsAPersonsTaskAfterThreeDays() {
    var candidate = Examples.candidate("never");
    candidate.put("job_post_id", "7000000000000000001");
    long instance = WORLD.start("hire-candidate", candidate);
    WORLD.awaitBegun(instance, "awaitResult");

    WORLD.engine().increaseTime(Duration.ofDays(3).plusMinutes(1));
    WORLD.end(instance);

    assertThat(WORLD.journal().completed(instance))
        .containsSubsequence("noResult", "handleFailure", "candidateNotDelivered");
  }

  @Test
  void aResultThatComesLateIsWaitedForAgain() {
    WORLD.deploy(
        "impatient.bpmn",
        ShippedModel.withUserTasksAsJobs("hire-candidate.bpmn")
            .replace("\"PT5M\"", "\"PT1S\"")
            .replace("\"hire-candidate\"", "\"impatient\""));
    var candidate = Examples.candidate("again");
    candidate.put("job_post_id", "7000000000000000001");
    long instance = WORLD.start("impatient", candidate);
    WORLD.awaitBegun(instance, "waitAnHour");

    WORLD.engine().increaseTime(Duration.ofMinutes(61));

    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                WORLD.journal().completed(instance).stream().filter("resultTimeout"::equals).count()
                    == 2);
    assertThat(WORLD.journal().completed(instance)).containsOnlyOnce("submitDelivery");
  }

  @Test
  void carriesOnWhenTheTokenWasRevoked() {
    WORLD.end(WORLD.start("hire-candidate", Examples.candidate("before")));
    WORLD.sandbox().clearRequests();
    var candidate = Examples.candidate("token");
    candidate.put("job_post_id", "7000000000000000401");

    long instance = WORLD.start("hire-candidate", candidate);
    WORLD.end(instance);

    assertThat(WORLD.journal().completed(instance)).endsWith("candidateDelivered");
    assertThat(WORLD.sandbox().requests(Api.TENANT_ACCESS_TOKEN)).hasSize(1);
  }
}

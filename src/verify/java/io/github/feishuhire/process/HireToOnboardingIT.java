package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.application.JobApplication;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.interview.Conclusion;
import io.github.feishuhire.sandbox.offer.OfferStatus;
import io.github.feishuhire.sandbox.talent.Tag;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From the delivery to the first day, while recruiters work in Feishu as well as in the process.
 */
final class HireToOnboardingIT {

  @RegisterExtension static final HireWorld WORLD = new HireWorld();

  private static final Tasklist TASKS = new Tasklist(WORLD);
  private static final String DECIDE = "decideOnCandidate";
  private static final String COMMENT = "熟悉流程自动化";

  private static Hearing hearing;
  private static int candidates;

  @BeforeAll
  static void deploy() {
    ShippedModel.names().stream()
        .filter(name -> name.endsWith(".form") || name.contains("hire-to-onboarding"))
        .forEach(name -> WORLD.deploy(name, ShippedModel.withUserTasksAsJobs(name)));
    WORLD.deploy(
        "terminate.bpmn", OneTask.of("terminate", "feishu-hire:terminate-application:1", Map.of()));
    hearing = Hearing.in(WORLD);
  }

  @AfterAll
  static void hearNoMore() {
    hearing.close();
  }

  @BeforeEach
  void forget() {
    WORLD.sandbox().clearRequests();
    WORLD.sandbox().clearFaults();
  }

  /** Each of them somebody else. */
  private static Map<String, Object> candidate() {
    candidates++;
    Map<String, Object> candidate = Examples.candidate("onboarding-" + candidates);
    candidate.put("mobile", "139%08d".formatted(candidates));
    candidate.put("mobile_country", "CN_1 +86");
    return candidate;
  }

  private static long apply() {
    return WORLD.start("hire-to-onboarding", candidate());
  }

  /** Applies, and waits for the first task. */
  private static long delivered() {
    long instance = apply();
    TASKS.awaitOpen(instance, DECIDE, 1);
    return instance;
  }

  private static JobApplication application(long instance) {
    return WORLD
        .sandbox()
        .hiring()
        .require(
            WORLD.journal().variables(instance).at("/delivery_result/application_id").textValue());
  }

  private static void move(long instance, String stage) {
    assertThat(WORLD.sandbox().recruiter().move(application(instance).id(), stage)).isPresent();
  }

  private static List<String> completed(long instance) {
    return WORLD.journal().completed(instance);
  }

  private static Map<String, String> advance(String stageId) {
    return Map.of("decision", "advance", "next_stage", stageId, "decision_comment", COMMENT);
  }

  private static Map<String, Object> reject(boolean isKept) {
    return Map.of(
        "decision",
        "reject",
        "reject_reason",
        "经验不符",
        "decision_comment",
        COMMENT,
        "keep_in_mind",
        isKept);
  }

  private static final Map<String, String> WITHDRAW =
      Map.of(
          "decision", "withdraw",
          "withdraw_reason", "接受其他 Offer",
          "decision_comment", COMMENT);

  private static final Map<String, String> STANDS = Map.of("ending_decision", "stands");

  @ParameterizedTest
  @ValueSource(strings = {"", "-zh-CN"})
  void followsACandidateWhomARecruiterMovesInFeishuUntilTheFirstDay(String language) {
    long instance = WORLD.start("hire-to-onboarding" + language, candidate());
    TASKS.awaitOpen(instance, DECIDE, 1);
    assertThat(TASKS.form(instance, DECIDE).path("next_stages").toString())
        .contains("6960663240925956402", "6960663240925956406")
        .doesNotContain("6960663240925956401", "6960663240925956407");

    WORLD.sandbox().assessments().interview(application(instance), Conclusion.PASSED);
    WORLD.sandbox().assessments().evaluate(application(instance), Conclusion.PASSED);
    move(instance, "Interview");
    TASKS.awaitOpen(instance, DECIDE, 2);
    assertThat(completed(instance))
        .containsSubsequence("stageChanged", "getInterviews", "getEvaluations");
    assertThat(WORLD.journal().variables(instance).at("/interviews/0/result").textValue())
        .isEqualTo("passed");

    WORLD.sandbox().offers().bring(application(instance), OfferStatus.CREATED);
    move(instance, "Offer");
    WORLD.awaitBegun(instance, "awaitOffer");
    WORLD.sandbox().offers().bring(application(instance), OfferStatus.SENT);
    WORLD.awaitCompleted(instance, "awaitOffer");
    WORLD.sandbox().offers().bring(application(instance), OfferStatus.ACCEPTED);
    TASKS.awaitOpen(instance, DECIDE, 3);
    assertThat(WORLD.journal().variables(instance).at("/offer/status").textValue())
        .isEqualTo("accepted");

    TASKS.answer(instance, DECIDE, advance("6960663240925956406"));
    TASKS.awaitOpen(instance, DECIDE, 4);
    assertThat(application(instance).stage().enName()).isEqualTo("Pending Onboarding");
    assertThat(completed(instance)).containsSubsequence("moveToStage", "createNote", "moveHeard");
    assertThat(WORLD.sandbox().notes().getLast().applicationId())
        .hasValue(application(instance).id());

    move(instance, "Onboarded");
    WORLD.end(instance);
    assertThat(completed(instance))
        .endsWith("alreadyOver", "followApplication", "outcome", "onboarded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-zh-CN"})
  void writesARejectionBackAndKeepsTheTalentInMind(String language) {
    long instance = WORLD.start("hire-to-onboarding" + language, candidate());
    TASKS.answer(instance, DECIDE, reject(true));
    TASKS.awaitOpen(instance, "checkEnding", 1);
    assertThat(application(instance).isActive()).isFalse();

    TASKS.answer(instance, "checkEnding", STANDS);
    ObjectNode variables = WORLD.end(instance);

    assertThat(completed(instance)).endsWith("tagTalent", "tagged", "whoDeclined", "rejected");
    JsonNode termination = variables.at("/application/termination");
    assertThat(termination.path("type").textValue()).isEqualTo("company_declined");
    assertThat(termination.path("note").textValue()).isEqualTo(COMMENT);
    assertThat(termination.path("reasons")).hasSize(1);
    assertThat(tags(application(instance).talentId()))
        .extracting(Tag::zhName)
        .containsExactly("人才储备");
  }

  private static List<Tag> tags(String talentId) {
    return WORLD.sandbox().talents().stream()
        .filter(talent -> talent.id().equals(talentId))
        .flatMap(talent -> talent.tags().stream())
        .toList();
  }

  @Test
  void aRejectionIsTakenBackAndTheCandidateWithdrawsLater() {
    long instance = delivered();
    TASKS.answer(instance, DECIDE, reject(true));
    TASKS.answer(instance, "checkEnding", Map.of("ending_decision", "take_back"));
    TASKS.awaitOpen(instance, DECIDE, 2);
    assertThat(application(instance).isActive()).isTrue();

    TASKS.answer(instance, DECIDE, WITHDRAW);
    TASKS.answer(instance, "checkEnding", STANDS);
    WORLD.end(instance);

    assertThat(completed(instance))
        .containsSubsequence("recoverApplication", "terminateApplication", "withdrawn")
        .doesNotContain("tagTalent");
    assertThat(application(instance).isActive()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, rejected", "22, withdrawn", "27, rejected"})
  void noticesTheNextDayWhatWasEndedInFeishu(int type, String end) {
    long instance = delivered();
    WORLD.end(
        WORLD.start(
            "terminate",
            Map.of("application_id", application(instance).id(), "termination_type", type)));

    WORLD.engine().increaseTime(Duration.ofDays(1).plusMinutes(1));
    WORLD.end(instance);

    assertThat(completed(instance))
        .containsSubsequence("lookToday", "anyNews", "changeNoticed", "alreadyOver", end);
  }

  @Test
  void looksEachDayAndLeavesAnOpenTaskAlone() {
    long instance = delivered();

    WORLD.engine().increaseTime(Duration.ofDays(1).plusMinutes(1));
    WORLD.awaitCompleted(instance, "unchanged");

    TASKS.awaitOpen(instance, DECIDE, 1);
    WORLD.sandbox().recruiter().delete(application(instance).id());
    WORLD.end(instance);
  }

  @Test
  void endsWhenTheApplicationIsDeleted() {
    long instance = delivered();

    WORLD.sandbox().recruiter().delete(application(instance).id());
    WORLD.end(instance);

    assertThat(completed(instance)).endsWith("deletedInFeishu", "gone", "applicationDeleted");
  }

  @ParameterizedTest
  @CsvSource({
    "GET_APPLICATION, APPLICATION_NOT_FOUND, applicationGone, applicationDeleted",
    "CREATE_NOTE, TALENT_NOT_FOUND, talentGone, applicationDeleted",
    "RECOVER_APPLICATION, TALENT_ONBOARDED, joinedAlready, joinedElsewhere",
    "TAG_TALENT, TAG_NOT_FOUND, tagNotFound, rejected",
    "TAG_TALENT, TALENT_NOT_FOUND, notTagged, rejected",
  })
  void endsAsIsDrawnForARefusal(Api api, ErrorCode refusal, String event, String end) {
    long instance = delivered();
    WORLD.sandbox().next(api, Fault.error(refusal));

    switch (api) {
      case GET_APPLICATION -> TASKS.answer(instance, DECIDE, Map.of("decision", "look_again"));
      case CREATE_NOTE -> TASKS.answer(instance, DECIDE, advance("6960663240925956402"));
      default -> {
        TASKS.answer(instance, DECIDE, reject(true));
        String answer = api == Api.TAG_TALENT ? "stands" : "take_back";
        TASKS.answer(instance, "checkEnding", Map.of("ending_decision", answer));
      }
    }
    WORLD.end(instance);

    assertThat(completed(instance)).contains(event).endsWith(end);
  }

  @ParameterizedTest
  @CsvSource({
    "STAGE_NOT_FOUND, stageNotFound",
    "STAGE_NOT_ALLOWED, stageNotAllowed",
    "TALENT_LOCKED, talentLocked",
    "PARAMETER_ERROR, otherRefusal",
  })
  void aPersonMendsWhatFeishuRefusesAndDecidesAgain(ErrorCode refusal, String event) {
    long instance = delivered();
    WORLD.sandbox().next(Api.TRANSFER_STAGE, Fault.error(refusal));

    TASKS.answer(instance, DECIDE, advance("6960663240925956402"));
    assertThat(TASKS.form(instance, "handleRefusal").at("/feishu_hire_error/hint").textValue())
        .isNotBlank();
    TASKS.answer(instance, "handleRefusal", Map.of("refusal_comment", ""));
    TASKS.awaitOpen(instance, DECIDE, 2);
    TASKS.answer(instance, DECIDE, advance("6960663240925956402"));
    TASKS.awaitOpen(instance, DECIDE, 3);

    assertThat(completed(instance)).containsSubsequence(event, "handleRefusal", "moveHeard");
    assertThat(application(instance).stage().enName()).isEqualTo("Resume Evaluation");
    WORLD.sandbox().recruiter().delete(application(instance).id());
    WORLD.end(instance);
  }

  @Test
  void goesOnAfterAMinuteWhenFeishuDoesNotTellOfTheMove() {
    long instance = delivered();

    TASKS.answer(instance, DECIDE, advance(application(instance).stage().id()));
    WORLD.awaitBegun(instance, "moveEcho");
    WORLD.engine().increaseTime(Duration.ofSeconds(61));
    TASKS.awaitOpen(instance, DECIDE, 2);

    assertThat(completed(instance)).contains("moveUnheard");
    WORLD.sandbox().recruiter().delete(application(instance).id());
    WORLD.end(instance);
  }

  @Test
  void anOfferThatIsNotThereOrWasDeclinedIsAPersonsDecision() {
    long instance = delivered();
    move(instance, "Offer");
    TASKS.awaitOpen(instance, DECIDE, 2);
    WORLD.sandbox().offers().bring(application(instance), OfferStatus.DECLINED);

    TASKS.answer(instance, DECIDE, Map.of("decision", "look_again"));
    TASKS.awaitOpen(instance, DECIDE, 3);
    TASKS.answer(instance, DECIDE, WITHDRAW);
    TASKS.answer(instance, "checkEnding", STANDS);
    ObjectNode variables = WORLD.end(instance);

    assertThat(variables.at("/offer/status").textValue()).isEqualTo("declined");
    assertThat(completed(instance)).doesNotContain("awaitOffer").endsWith("withdrawn");
  }

  @Test
  void whatNobodyDecidesIsRemindedOfAndThenTheLeadsTask() {
    long instance = delivered();

    WORLD.engine().increaseTime(Duration.ofDays(2).plusMinutes(1));
    WORLD.awaitCompleted(instance, "reminderSent");
    assertThat(completed(instance))
        .as("a reminder interrupts nothing")
        .doesNotContain("decisionOverdue");
    WORLD.engine().increaseTime(Duration.ofDays(4));
    TASKS.answer(instance, "leadDecides", reject(false));
    TASKS.awaitOpen(instance, "checkEnding", 1);
    WORLD.engine().increaseTime(Duration.ofDays(3).plusMinutes(1));
    WORLD.end(instance);

    assertThat(completed(instance))
        .containsSubsequence("decisionOverdue", "leadDecides", "endingStands", "rejected")
        .doesNotContain("tagTalent");
  }

  @ParameterizedTest
  @CsvSource({
    "mobile, 12",
    "preferred_city_code, CT_404",
    "job_post_id, 6960663240925950000",
    "job_post_id, 7000000000000000003",
    "job_post_id, 7000000000001002508",
  })
  void whatFeishuDoesNotTakeIsCorrectedByAPerson(String variable, String value) {
    Map<String, Object> candidate = candidate();
    candidate.put(variable, value);
    long instance = WORLD.start("hire-to-onboarding", candidate);
    ObjectNode form = TASKS.form(instance, "correctApplication");
    assertThat(form.at("/feishu_hire_error/hint").textValue()).isNotBlank();
    assertThat(form.path("job_posts")).isNotEmpty();

    TASKS.answer(instance, "correctApplication", corrected());
    TASKS.awaitOpen(instance, DECIDE, 1);

    assertThat(completed(instance)).containsSubsequence("refused", "listJobPosts", "goesOn");
    assertThat(WORLD.journal().variables(instance).path("job_title").textValue())
        .isEqualTo("流程工程师");
    WORLD.sandbox().recruiter().delete(application(instance).id());
    WORLD.end(instance);
  }

  private static Map<String, Object> corrected() {
    return Map.of(
        "next_step", "submit",
        "mobile", "138%08d".formatted(candidates),
        "mobile_country", "CN_1 +86",
        "preferred_city_code", "CT_1",
        "job_post_id", "6960663240925956637");
  }

  @Test
  void anotherResumeTakesThePlaceOfOneThatCannotBeRead() {
    Map<String, Object> candidate = candidate();
    candidate.put("resume", Map.of("file_name", "empty.pdf", "content_base64", ""));
    long instance = WORLD.start("hire-to-onboarding", candidate);
    Map<String, Object> answer = new HashMap<>(corrected());
    answer.put(
        "another_resume", Map.of("file_name", "second.pdf", "content_base64", "JVBERi0xLjQK"));

    TASKS.answer(instance, "correctApplication", answer);
    TASKS.awaitOpen(instance, DECIDE, 1);

    assertThat(WORLD.sandbox().attachments().getLast().name()).isEqualTo("second.pdf");
    WORLD.sandbox().recruiter().delete(application(instance).id());
    WORLD.end(instance);
  }

  @Test
  void endsForACandidateWhoGivesUpOrHasAlreadyApplied() {
    Map<String, Object> candidate = candidate();
    candidate.put("mobile", "12");
    long givesUp = WORLD.start("hire-to-onboarding", candidate);
    TASKS.answer(givesUp, "correctApplication", Map.of("next_step", "give_up", "mobile", "12"));
    candidate = candidate();
    candidate.put("job_post_id", "7000000000001002510");
    long applied = WORLD.start("hire-to-onboarding", candidate);
    WORLD.end(givesUp);
    WORLD.end(applied);

    assertThat(completed(givesUp)).endsWith("notDelivered");
    assertThat(completed(applied)).endsWith("duplicateApplication", "alreadyApplied");
  }

  @Test
  void aResultThatDoesNotComeIsAPersonsTaskAfterThreeDays() {
    Map<String, Object> candidate = candidate();
    candidate.put("job_post_id", "7000000000000000001");
    long instance = WORLD.start("hire-to-onboarding", candidate);
    WORLD.awaitBegun(instance, "awaitResult");

    WORLD.engine().increaseTime(Duration.ofDays(3).plusMinutes(1));
    TASKS.answer(instance, "correctApplication", Map.of("next_step", "give_up", "mobile", "12"));
    WORLD.end(instance);

    assertThat(completed(instance)).containsSubsequence("noResult", "notDelivered");
  }

  @Test
  void aSubmissionOfWhichNobodyKnowsIsFoundInFeishuWithoutAPerson() {
    WORLD.sandbox().next(Api.CREATE_BY_ATTACHMENT, Fault.disconnect().executed());

    long instance = delivered();

    assertThat(WORLD.sandbox().requests(Api.CREATE_BY_ATTACHMENT)).hasSize(1);
    assertThat(completed(instance)).contains("submitDelivery", "awaitResult");
    WORLD.sandbox().recruiter().delete(application(instance).id());
    WORLD.end(instance);
  }
}

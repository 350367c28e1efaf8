package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.process.Journal.Incident;
import io.github.feishuhire.sandbox.application.JobApplication;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.interview.Conclusion;
import io.github.feishuhire.sandbox.offer.OfferStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a process sees and does of an application once there is one. */
final class AfterDeliveryIT {

  @RegisterExtension static final HireWorld WORLD = new HireWorld();

  private static final String REASON = "7230753910687080000";
  private static final String SECRET = "沟通清晰，项目经验扎实。";

  private static int candidates;

  private String id = "";
  private String talentId = "";

  @BeforeAll
  static void deploy() {
    Stream.of(
            "get-application",
            "list-stages",
            "move-to-stage",
            "terminate-application",
            "recover-application",
            "get-interviews",
            "get-evaluations",
            "get-offer",
            "tag-talent",
            "create-note")
        .forEach(
            name ->
                WORLD.deploy(
                    name + ".bpmn",
                    OneTask.of(name, "feishu-hire:%s:1".formatted(name), Map.of())));
  }

  /** A new one each time: an application that has ended is not that of the next test. */
  @BeforeEach
  void apply() {
    WORLD.sandbox().clearFaults();
    candidates++;
    WORLD.deploy(
        "apply.bpmn", OneTask.of("apply", "feishu-hire:submit-structured-resume:1", Map.of()));
    JsonNode delivery =
        WORLD
            .end(WORLD.start("apply", Examples.structured("after-" + candidates + "@example.com")))
            .path("delivery");
    id = delivery.path("application_id").textValue();
    talentId = delivery.path("talent_id").textValue();
    WORLD.sandbox().clearRequests();
  }

  @Test
  void looksAtAnApplication() {
    JsonNode application = run("get-application", Map.of()).path("application");

    assertThat(application.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "id", "job_id", "talent_id", "status", "stage", "create_time", "modify_time");
    assertThat(application.path("id").textValue()).isEqualTo(id);
    assertThat(application.path("talent_id").textValue()).isEqualTo(talentId);
    assertThat(application.path("status").textValue()).isEqualTo("active");
    assertThat(application.path("stage").toString())
        .isEqualTo(
            "{\"id\":\"6960663240925956401\","
                + "\"name\":{\"zh_cn\":\"简历初筛\",\"en_us\":\"Resume Screening\"},"
                + "\"type\":\"screening\"}");
    assertThat(application.path("create_time").textValue()).matches("20[0-9-]{8}T[0-9:.]+Z");
  }

  @ParameterizedTest
  @CsvSource({
    "get-application",
    "move-to-stage",
    "terminate-application",
    "recover-application",
    "get-offer"
  })
  void anApplicationThatWasDeletedIsAnErrorTheProcessCanCatch(String task) {
    WORLD.sandbox().recruiter().delete(id);

    Incident incident =
        WORLD.incident(
            WORLD.start(
                task, Map.of("application_id", id, "stage", "interview", "termination_type", 1)));

    assertThat(incident.message())
        .contains("FEISHU_HIRE_APPLICATION_NOT_FOUND", "(application_id)")
        .hasLineCount(1);
  }

  @Test
  void listsTheStages() {
    JsonNode processes = run("list-stages", Map.of()).path("hiring_processes");

    assertThat(processes).hasSize(2);
    assertThat(processes.at("/0/type").textValue()).isEqualTo("social");
    assertThat(processes.at("/0/name/zh_cn").textValue()).isEqualTo("社招流程");
    assertThat(processes.at("/0/stages/2").toString())
        .isEqualTo(
            "{\"id\":\"6960663240925956403\","
                + "\"name\":{\"zh_cn\":\"面试\",\"en_us\":\"Interview\"},\"type\":\"interview\"}");
  }

  @ParameterizedTest
  @CsvSource({"面试", "Interview", "interview", "4", "6960663240925956403"})
  void movesAnApplicationToAStageHoweverItIsNamed(String stage) {
    JsonNode application = run("move-to-stage", Map.of("stage", stage)).path("application");

    assertThat(application.at("/stage/type").textValue()).isEqualTo("interview");
    assertThat(application().stage().zhName()).isEqualTo("面试");
    assertThat(WORLD.sandbox().requests(Api.TRANSFER_STAGE)).hasSize(1);
  }

  @Test
  void movesOnceAlsoWhenTheAnswerGotLost() {
    WORLD.sandbox().next(Api.TRANSFER_STAGE, Fault.disconnect().executed());

    JsonNode application =
        WORLD.endAfterRetries(start("move-to-stage", Map.of("stage", "面试"))).path("application");

    assertThat(application.at("/stage/type").textValue()).isEqualTo("interview");
    assertThat(WORLD.sandbox().requests(Api.TRANSFER_STAGE)).hasSize(1);
  }

  @Test
  void leavesAnApplicationThatIsThereAlready() {
    run("move-to-stage", Map.of("stage", "screening"));

    assertThat(WORLD.sandbox().requests(Api.TRANSFER_STAGE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "六面, FEISHU_HIRE_STAGE_NOT_FOUND",
    "1111111111111111111, FEISHU_HIRE_STAGE_NOT_FOUND",
    "onboarded, FEISHU_HIRE_STAGE_NOT_ALLOWED"
  })
  void aStageThatCannotBeReachedIsAnErrorTheProcessCanCatch(String stage, String code) {
    Incident incident = WORLD.incident(start("move-to-stage", Map.of("stage", stage)));

    assertThat(incident.message()).contains(code, "(stage)").doesNotContain(stage);
  }

  @Test
  void aCandidateWhoIsLockedIsAnErrorTheProcessCanCatch() {
    WORLD.sandbox().recruiter().lock(id, true);

    Incident incident = WORLD.incident(start("move-to-stage", Map.of("stage", "面试")));

    assertThat(incident.message()).contains("FEISHU_HIRE_TALENT_LOCKED");
  }

  @Test
  void endsAnApplicationForAReasonByItsName() {
    JsonNode application =
        run(
                "terminate-application",
                Map.of(
                    "termination_type",
                    "1",
                    "termination_reason_list",
                    "经验不符",
                    "termination_reason_note",
                    "期望不一致"))
            .path("application");

    assertThat(application.path("status").textValue()).isEqualTo("terminated");
    assertThat(application.path("termination").toString())
        .isEqualTo(
            "{\"type\":\"company_declined\",\"reasons\":[\"%s\"],\"note\":\"期望不一致\"}"
                .formatted(REASON));
  }

  @Test
  void endsOnceHoweverOftenItRuns() {
    Map<String, Object> how = Map.of("termination_type", 22);
    WORLD.sandbox().next(Api.TERMINATE_APPLICATION, Fault.httpStatus(502).executed());
    WORLD.endAfterRetries(start("terminate-application", how));

    JsonNode application = run("terminate-application", how).path("application");

    assertThat(application.at("/termination/type").textValue()).isEqualTo("candidate_declined");
    assertThat(WORLD.sandbox().requests(Api.TERMINATE_APPLICATION)).hasSize(1);
  }

  /** The names of reasons are those of who declined. */
  @ParameterizedTest
  @CsvSource({
    "1, 没有这个原因, termination_reason_list",
    "22, 经验不符, termination_reason_list",
    "27, 旧原因, termination_reason_list",
    "2, 经验不符, termination_type",
    ", 经验不符, termination_type"
  })
  void refusesAnEndThatFeishuWouldNotTake(String type, String reason, String input) {
    Map<String, Object> how = new HashMap<>(Map.of("termination_reason_list", List.of(reason)));
    how.put("termination_type", type);

    Incident incident = WORLD.incident(start("terminate-application", how));

    assertThat(incident.message()).contains("FEISHU_HIRE_INVALID_PARAMETER", "(" + input + ")");
    assertThat(WORLD.sandbox().requests(Api.TERMINATE_APPLICATION)).isEmpty();
  }

  @Test
  void takesAnEndBackOnce() {
    run("terminate-application", Map.of("termination_type", 27));

    JsonNode application = run("recover-application", Map.of()).path("application");
    run("recover-application", Map.of());

    assertThat(application.path("status").textValue()).isEqualTo("active");
    assertThat(application.has("termination")).isFalse();
    assertThat(WORLD.sandbox().requests(Api.RECOVER_APPLICATION)).hasSize(1);
  }

  @Test
  void anEndOfSomebodyWhoHasJoinedIsNotTakenBack() {
    run("terminate-application", Map.of("termination_type", 27));
    WORLD.sandbox().recruiter().move(id, "已入职");

    Incident incident = WORLD.incident(start("recover-application", Map.of()));

    assertThat(incident.message()).contains("FEISHU_HIRE_TALENT_ONBOARDED");
  }

  @Test
  void readsInterviewsWithTheirRecords() {
    WORLD.sandbox().assessments().interview(application(), Conclusion.PASSED);

    JsonNode interviews = run("get-interviews", Map.of()).path("interviews");

    assertThat(interviews).hasSize(1);
    assertThat(interviews.at("/0").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "id", "round", "stage_id", "begin_time", "end_time", "result", "records");
    assertThat(interviews.at("/0/result").textValue()).isEqualTo("passed");
    assertThat(interviews.at("/0/records/0").toString())
        .isEqualTo(
            "{\"interviewer_id\":\"ou_84aad35d084aa403a838cf73ee18467a\",\"submitted\":true,"
                + "\"conclusion\":\"passed\",\"content\":\"%s\"}".formatted(SECRET));
  }

  @Test
  void readsEvaluations() {
    WORLD.sandbox().assessments().evaluate(application(), Conclusion.FAILED);
    WORLD.sandbox().assessments().evaluate(application(), Conclusion.NOT_SUBMITTED);

    JsonNode evaluations = run("get-evaluations", Map.of()).path("evaluations");

    assertThat(evaluations.at("/0/conclusion").textValue()).isEqualTo("failed");
    assertThat(evaluations.at("/0/submitted").booleanValue()).isTrue();
    assertThat(evaluations.at("/1").has("conclusion")).isFalse();
  }

  @Test
  void saysInAWordHowFarTheOfferIsAndNothingOfTheSalary() {
    assertThat(run("get-offer", Map.of()).path("offer").toString())
        .isEqualTo("{\"status\":\"none\"}");

    WORLD.sandbox().offers().bring(application(), OfferStatus.ACCEPTED);
    JsonNode offer = run("get-offer", Map.of()).path("offer");

    assertThat(offer.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("id", "status", "onboard_date");
    assertThat(offer.path("status").textValue()).isEqualTo("accepted");
    assertThat(offer.toString()).doesNotContain("31415");
  }

  @ParameterizedTest
  @CsvSource({"重点候选人", "priority", "6960663240925956661"})
  void tagsATalentOnceAndTakesTheTagAwayOnce(String tag) {
    JsonNode tags = run("tag-talent", Map.of("tag", tag)).path("talent_tags");
    run("tag-talent", Map.of("tag", tag));

    assertThat(tags.at("/0/id").textValue()).isEqualTo("6960663240925956661");
    assertThat(tagsOfTalent()).isEqualTo(1);
    run("tag-talent", Map.of("tag", tag, "remove", true));
    run("tag-talent", Map.of("tag", tag, "remove", "true"));
    assertThat(tagsOfTalent()).isZero();
  }

  @Test
  void tagsWithSeveralOfWhichOneIsThereAlready() {
    run("tag-talent", Map.of("tag", "人才储备"));

    run("tag-talent", Map.of("tag", List.of("重点候选人", "人才储备")));

    assertThat(tagsOfTalent()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"没有这个标签", "2019 校招", "1111111111111111111", "6960663240925956664"})
  void aTagThatCannotBeUsedIsAnErrorTheProcessCanCatch(String tag) {
    Incident incident = WORLD.incident(start("tag-talent", Map.of("tag", tag)));

    assertThat(incident.message()).contains("FEISHU_HIRE_TAG_NOT_FOUND", "(tag)");
  }

  @Test
  void writesANote() {
    int before = WORLD.sandbox().notes().size();

    JsonNode end = run("create-note", Map.of("content", "候选人希望周五面试", "privacy", "1"));

    assertThat(WORLD.sandbox().notes()).hasSize(before + 1);
    var note = WORLD.sandbox().notes().getLast();
    assertThat(end.path("note_id").textValue()).isEqualTo(note.id());
    assertThat(note.talentId()).isEqualTo(talentId);
    assertThat(note.applicationId()).hasValue(id);
    assertThat(note.isPrivate()).isTrue();
  }

  @Test
  void aNoteOfWhichNobodyKnowsIsNotWrittenTwice() {
    int before = WORLD.sandbox().notes().size();
    WORLD.sandbox().next(Api.CREATE_NOTE, Fault.disconnect().executed());

    Incident incident = WORLD.incident(start("create-note", Map.of("content", "约周五")));

    assertThat(incident.message())
        .contains("not known", "note on the talent", "{\"state\":\"accepted\",\"note_id\":\"...\"}")
        .doesNotContain("约周五", "application in Feishu");
    WORLD.retry(
        incident, Map.of("feishu_hire_submission", Map.of("state", "accepted", "note_id", "7400")));
    assertThat(WORLD.end(incident.instance()).path("note_id").textValue()).isEqualTo("7400");
    assertThat(WORLD.sandbox().notes()).hasSize(before + 1);
  }

  @Test
  void aTalentWhoIsNotThereIsAnErrorTheProcessCanCatch() {
    Incident tag =
        WORLD.incident(
            WORLD.start("tag-talent", Map.of("talent_id", "1", "tag", "6960663240925956661")));
    Incident note =
        WORLD.incident(WORLD.start("create-note", Map.of("talent_id", "1", "content", "一")));

    assertThat(tag.message()).contains("FEISHU_HIRE_TALENT_NOT_FOUND");
    assertThat(note.message()).contains("FEISHU_HIRE_TALENT_NOT_FOUND");
  }

  private JsonNode run(String task, Map<String, Object> variables) {
    return WORLD.end(start(task, variables));
  }

  private long start(String task, Map<String, Object> variables) {
    Map<String, Object> all = new HashMap<>(variables);
    all.put("application_id", id);
    all.put("talent_id", talentId);
    return WORLD.start(task, all);
  }

  private JobApplication application() {
    return WORLD.sandbox().hiring().require(id);
  }

  private long tagsOfTalent() {
    return WORLD.sandbox().talents().stream()
        .filter(talent -> talent.id().equals(talentId))
        .mapToLong(talent -> talent.tags().size())
        .sum();
  }
}

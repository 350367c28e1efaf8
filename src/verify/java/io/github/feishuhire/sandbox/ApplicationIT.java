package io.github.feishuhire.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.sandbox.Caller.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications from their birth on. */
final class ApplicationIT {

  private static final String APPLICATIONS = "/open-apis/hire/v1/applications";
  private static final String SCREENING = "6960663240925956401";
  private static final String EVALUATION = "6960663240925956402";
  private static final String ONBOARDED = "6960663240925956407";
  private static final String OF_CAMPUS = "6960663240925956412";
  private static final String REASON = "7230753910687080000";

  private final MovableClock clock = new MovableClock();
  private final Sandbox sandbox = Sandbox.start(SandboxSettings.DEFAULT.withClock(clock));
  private final Caller caller = Caller.of(sandbox);
  private String id = "";

  @BeforeEach
  void apply() {
    assertThat(caller.submit(Submission.example()).code()).isZero();
    id = sandbox.applications().getFirst().id();
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void isShownOnceItsTaskHasSucceeded() {
    assertThat(get().code()).isEqualTo(1002201);
    assertThat(list("")).isEmpty();

    clock.advance(Duration.ofSeconds(2));

    JsonNode application = get().json().at("/data/application");
    var told = sandbox.applications().getFirst();
    assertThat(application.path("id").textValue()).isEqualTo(id);
    assertThat(application.path("talent_id").textValue()).isEqualTo(told.talentId());
    assertThat(application.path("job_id").textValue()).isEqualTo("6960663240925956001");
    assertThat(application.path("delivery_type").intValue()).isEqualTo(2);
    assertThat(application.path("active_status").intValue()).isEqualTo(1);
    assertThat(application.path("create_time").textValue()).isEqualTo("1767225602000");
    assertThat(application.at("/website_resume_source/website_id").textValue())
        .isEqualTo("7047318856652261676");
    assertThat(application.at("/website_resume_source/channel/channel_id").textValue())
        .isEqualTo("6891560630172518670");
    assertThat(application.at("/stage").toString())
        .isEqualTo(
            "{\"id\":\"%s\",\"zh_name\":\"简历初筛\",\"en_name\":\"Resume Screening\",\"type\":1}"
                .formatted(SCREENING));
    assertThat(application.at("/application_preferred_city_list/0/code").textValue())
        .isEqualTo("CT_100121");
    assertThat(application.has("creator_id")).isFalse();
  }

  @Test
  void isShownWithTheSameInItsDetails() {
    clock.advance(Duration.ofSeconds(2));

    JsonNode info =
        caller
            .get(APPLICATIONS + "/" + id + "/get_detail")
            .json()
            .at("/data/application_detail/basic_info");

    assertThat(info.path("id").textValue()).isEqualTo(id);
    assertThat(info.path("onboard_status").intValue()).isEqualTo(1);
    assertThat(caller.get(APPLICATIONS + "/1/get_detail").code()).isEqualTo(1002201);
  }

  @ParameterizedTest
  @CsvSource({
    "job_id=6960663240925956001, 1",
    "job_id=1, 0",
    "talent_id=1, 0",
    "active_status=1, 1",
    "active_status=2, 0",
    "active_status=3, 1",
    "stage_id=6960663240925956401, 1",
    "process_id=6960663240925956410, 0",
    "update_start_time=1767225602000, 1",
    "update_start_time=1767225602001, 0",
    "update_end_time=1767225601999, 0",
    "page_size=200, 1"
  })
  void isListedByWhatItIs(String query, int found) {
    clock.advance(Duration.ofSeconds(2));

    assertThat(list("?" + query)).hasSize(found);
  }

  @Test
  void refusesToListWhatCannotBe() {
    assertThat(caller.get(APPLICATIONS + "?active_status=4").code()).isEqualTo(1002002);
    assertThat(caller.get(APPLICATIONS + "?update_end_time=now").code()).isEqualTo(1002002);
    assertThat(caller.get(APPLICATIONS + "?page_size=201").code()).isEqualTo(99992402);
  }

  @Test
  void isMovedAndKeepsWhenItWasWhere() {
    clock.advance(Duration.ofSeconds(2));

    assertThat(move(EVALUATION)).isZero();
    assertThat(move(EVALUATION)).isEqualTo(1002211);
    clock.advance(Duration.ofSeconds(1));
    assertThat(move(SCREENING)).isZero();

    JsonNode application = get().json().at("/data/application");
    assertThat(application.at("/stage/id").textValue()).isEqualTo(SCREENING);
    assertThat(application.path("stage_time_list")).hasSize(2);
    assertThat(application.at("/stage_time_list/1").toString())
        .isEqualTo("{\"stage_id\":\"%s\",\"enter_time\":\"1767225603000\"}".formatted(SCREENING));
    assertThat(application.at("/modify_time").textValue()).isEqualTo("1767225603000");
  }

  @Test
  void isNotMovedWhereItCannotGo() {
    clock.advance(Duration.ofSeconds(2));

    assertThat(move("1")).isEqualTo(1002204);
    assertThat(move(ONBOARDED)).isEqualTo(1002211);
    assertThat(move(OF_CAMPUS)).isEqualTo(1002211);
    sandbox.recruiter().lock(id, true);
    assertThat(move(EVALUATION)).isEqualTo(1002210);
    sandbox.recruiter().lock(id, false);
    assertThat(sandbox.recruiter().move(id, "已入职")).isPresent();
    assertThat(move(EVALUATION)).isEqualTo(1002220);
    assertThat(caller.post(APPLICATIONS + "/1/transfer_stage", "{\"stage_id\": \"1\"}").code())
        .isEqualTo(1002201);
  }

  @Test
  void isEndedOnceAndTakenBackOnce() {
    clock.advance(Duration.ofSeconds(2));

    assertThat(recover()).isEqualTo(1002225);
    assertThat(terminate(1, REASON)).isZero();
    assertThat(terminate(1, REASON)).isEqualTo(1002221);
    JsonNode ended = get().json().at("/data/application");
    assertThat(ended.path("active_status").intValue()).isEqualTo(2);
    assertThat(ended.path("termination_type").intValue()).isEqualTo(1);
    assertThat(ended.at("/termination_reason_list/0").textValue()).isEqualTo(REASON);
    assertThat(ended.at("/termination_reason_note").textValue()).isEqualTo("不符合期望");
    assertThat(move(EVALUATION)).isEqualTo(1002212);
    assertThat(recover()).isZero();
    assertThat(get().json().at("/data/application/active_status").intValue()).isEqualTo(1);
  }

  @Test
  void isNotEndedForWhatIsNoReason() {
    clock.advance(Duration.ofSeconds(2));

    assertThat(terminate(2, REASON)).isEqualTo(1002002);
    assertThat(terminate(22, REASON)).isEqualTo(1002002);
    assertThat(terminate(27, "7230753910687080005")).isEqualTo(1002002);
  }

  @Test
  void isNotTakenBackBesideAnotherOrWhenLocked() {
    clock.advance(Duration.ofSeconds(2));
    assertThat(terminate(1, REASON)).isZero();
    sandbox.recruiter().lock(id, true);
    assertThat(recover()).isEqualTo(1002210);
    sandbox.recruiter().lock(id, false);

    assertThat(caller.submit(Submission.example()).code()).isZero();

    assertThat(sandbox.applications()).hasSize(2);
    assertThat(recover()).isEqualTo(1002206);
  }

  @Test
  void isFollowedToTheJobItWasAssignedTo() {
    clock.advance(Duration.ofSeconds(2));
    String latest = sandbox.recruiter().assign(id, "6960663240925956002").id();

    assertThat(get().text("/data/application/id")).isEqualTo(id);
    assertThat(
            caller
                .get(APPLICATIONS + "/" + id + "?options=get_latest_application_on_chain")
                .text("/data/application/id"))
        .isEqualTo(latest);
  }

  @Test
  void isGoneWhenItWasDeleted() {
    clock.advance(Duration.ofSeconds(2));
    sandbox.recruiter().delete(id);

    assertThat(get().code()).isEqualTo(1002201);
    assertThat(list("")).isEmpty();
  }

  @Test
  void goesThroughTheProcessOfItsWebsite() {
    Answer processes = caller.get("/open-apis/hire/v1/job_processes");

    assertThat(processes.json().at("/data/items")).hasSize(2);
    assertThat(processes.json().at("/data/items/0/stage_list")).hasSize(7);
    assertThat(processes.json().at("/data/items/1/type").intValue()).isEqualTo(2);
    assertThat(processes.json().at("/data/items/0/stage_list").findValuesAsText("type"))
        .containsExactly("1", "2", "4", "8", "5", "6", "7");
    assertThat(processes.json().at("/data/items/1/stage_list").findValuesAsText("type"))
        .containsExactly("1", "3", "4", "4", "5", "6", "7");
  }

  @Test
  void listsWhyAnApplicationMayEnd() {
    Answer reasons = caller.get("/open-apis/hire/v1/termination_reasons");

    assertThat(reasons.json().at("/data/items")).hasSize(6);
    assertThat(reasons.text("/data/items/0/name/zh_cn")).isEqualTo("经验不符");
  }

  private Answer get() {
    return caller.get(APPLICATIONS + "/" + id);
  }

  private JsonNode list(String query) {
    return caller.get(APPLICATIONS + query).json().at("/data/items");
  }

  private int move(String stageId) {
    return caller
        .post(
            APPLICATIONS + "/" + id + "/transfer_stage",
            "{\"stage_id\": \"%s\"}".formatted(stageId))
        .code();
  }

  private int terminate(int type, String reasonId) {
    return caller
        .post(
            APPLICATIONS + "/" + id + "/terminate",
            """
            {"termination_type": %d, "termination_reason_list": ["%s"],
             "termination_reason_note": "不符合期望"}"""
                .formatted(type, reasonId))
        .code();
  }

  private int recover() {
    return caller.post(APPLICATIONS + "/" + id + "/recover", "").code();
  }
}

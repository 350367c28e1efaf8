package io.github.feishuhire.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.sandbox.Caller.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a designer has the recruiter of the sandbox do. */
final class ControlIT {

  private static final String DESK = "/sandbox/applications";
  private static final String API = "/open-apis/hire/v1/";

  private final MovableClock clock = new MovableClock();
  private final Sandbox sandbox = Sandbox.start(SandboxSettings.DEFAULT.withClock(clock));
  private final Caller caller = Caller.of(sandbox);
  private final Caller stranger = Caller.stranger(sandbox);
  private String id = "";

  @BeforeEach
  void apply() {
    assertThat(caller.submit(Submission.example()).code()).isZero();
    id = sandbox.applications().getFirst().id();
    clock.advance(Duration.ofSeconds(2));
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void listsTheApplications() {
    assertThat(stranger.get(DESK).text("/applications/0/application_id")).isEqualTo(id);
  }

  @Test
  void movesTheLatestOneOnUntilTheEnd() {
    assertThat(act("latest", "next_stage").text("/stage/en_name")).isEqualTo("Resume Evaluation");
    for (int step = 0; step < 6; step++) {
      act("latest", "next_stage");
    }

    assertThat(application().at("/stage/type").intValue()).isEqualTo(7);
  }

  @Test
  void movesOneToAStageByNameOrType() {
    act(id, "stage/5");
    assertThat(application().at("/stage/zh_name").textValue()).isEqualTo("Offer 沟通");
    act(id, "stage/interview");
    assertThat(application().at("/stage/zh_name").textValue()).isEqualTo("面试");
    assertThat(act(id, "stage/nowhere").code()).isEqualTo(1002002);
  }

  @Test
  void makesAnOfferAndChangesIt() {
    String path = API + "applications/" + id + "/offer";
    assertThat(caller.get(path).json().path("data")).isEmpty();

    act(id, "offer/created");
    String offerId = caller.get(path).text("/data/offer/id");
    act(id, "offer/accepted");

    assertThat(caller.get(path).json().at("/data/offer/offer_status").intValue()).isEqualTo(7);
    assertThat(caller.get(API + "offers/" + offerId).text("/data/offer/application_id"))
        .isEqualTo(id);
    assertThat(caller.get(API + "offers/1").code()).isEqualTo(1002064);
    assertThat(act(id, "offer/nothing").code()).isEqualTo(1002002);
  }

  @Test
  void addsInterviewsAndEvaluations() {
    act(id, "evaluation/passed");
    act(id, "interview/not_started");
    act(id, "interview/failed");

    JsonNode interviews = list("interviews");
    assertThat(interviews).hasSize(2);
    assertThat(interviews.at("/0/interview_round_summary").intValue()).isEqualTo(2);
    assertThat(interviews.at("/1/interview_record_list/0/conclusion").intValue()).isEqualTo(2);
    assertThat(interviews.at("/1/round").intValue()).isEqualTo(2);
    JsonNode evaluations = list("evaluations");
    assertThat(evaluations).hasSize(1);
    assertThat(evaluations.at("/0/conclusion").intValue()).isEqualTo(1);
    assertThat(caller.get(API + "interviews").code()).isEqualTo(1002002);
  }

  @Test
  void locksAssignsAndDeletes() {
    act(id, "lock");
    assertThat(
            caller
                .post(
                    API + "applications/" + id + "/transfer_stage",
                    "{\"stage_id\": \"6960663240925956402\"}")
                .code())
        .isEqualTo(1002210);
    act(id, "unlock");
    assertThat(act(id, "assign/6960663240925956002").code()).isEqualTo(-1);
    assertThat(sandbox.hiring().shown()).hasSize(2);
    assertThat(act(id, "delete").text("/status")).isEqualTo("deleted");
    assertThat(caller.get(API + "applications/" + id).code()).isEqualTo(1002201);
  }

  @Test
  void keepsNotes() {
    String talent = sandbox.applications().getFirst().talentId();
    String note =
        "{\"talent_id\": \"%s\", \"application_id\": \"%s\", \"content\": \"约周五\"}"
            .formatted(talent, id);

    Answer made = caller.post(API + "notes", note);
    caller.post(API + "notes", note);

    assertThat(made.text("/data/note/id")).isEqualTo(sandbox.notes().getFirst().id());
    assertThat(sandbox.notes()).hasSize(2);
    assertThat(caller.post(API + "notes", note.replace(talent, "1")).code()).isEqualTo(1002102);
    assertThat(caller.post(API + "notes", note.replace(id, "1")).code()).isEqualTo(1002201);
    assertThat(caller.post(API + "notes", "{\"talent_id\": \"1\"}").code()).isEqualTo(99992402);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(act("1", "next_stage").code()).isEqualTo(1002201);
    assertThat(act(id, "dance").code()).isEqualTo(1002002);
    assertThat(stranger.get(DESK + "/" + id + "/next_stage").status()).isEqualTo(405);
    assertThat(stranger.get("/sandbox/elsewhere").status()).isEqualTo(404);
  }

  private Answer act(String application, String what) {
    return stranger.post(DESK + "/" + application + "/" + what, "");
  }

  private JsonNode application() {
    return caller.get(API + "applications/" + id).json().at("/data/application");
  }

  private JsonNode list(String what) {
    return caller.get(API + what + "?application_id=" + id).json().at("/data/items");
  }
}

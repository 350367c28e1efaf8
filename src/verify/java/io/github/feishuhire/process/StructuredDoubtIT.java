package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.process.Journal.Incident;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.ErrorCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The submission that Feishu answers at once, and what is kept of it when it does not. */
final class StructuredDoubtIT {

  @RegisterExtension static final HireWorld WORLD = new HireWorld();

  private static final String JOB_TYPE = "feishu-hire:submit-structured-resume:1";

  @BeforeAll
  static void deploy() {
    for (String choice : List.of("incident", "bpmn-error", "resubmit")) {
      WORLD.deploy(choice + ".bpmn", OneTask.of(choice, JOB_TYPE, Map.of("onDoubt", choice)));
    }
  }

  @BeforeEach
  void forgetEarlierRequests() {
    WORLD.sandbox().clearRequests();
    WORLD.sandbox().clearFaults();
  }

  @Test
  void handsOverTheDelivery() {
    long instance = WORLD.start("incident", Examples.structured("over@example.com"));

    JsonNode delivery = WORLD.end(instance).path("delivery");

    var made = WORLD.sandbox().applications().getLast();
    assertThat(delivery.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "application_id", "talent_id", "job_id", "job_post_id", "portal_resume_id", "user_id");
    assertThat(delivery.path("application_id").textValue()).isEqualTo(made.id());
    JsonNode sent = WORLD.sandbox().requests(Api.CREATE_BY_RESUME).getFirst().json();
    assertThat(sent.at("/resume/basic_info/name").textValue()).isEqualTo("张伟");
    assertThat(sent.path("application_preferred_city_code_list")).hasSize(2);
    assertThat(sent.path("channel_id").textValue()).isEqualTo("6891560630172518670");
  }

  @Test
  void aDoubtIsAnIncidentThatShowsHowAFoundDeliveryIsWritten() {
    Incident incident = doubt("form@example.com", Fault.httpStatus(500));

    assertThat(incident.message())
        .contains("not known")
        .contains("{\"state\":\"accepted\",\"application_id\":\"...\"}")
        .contains("{\"state\":\"released\"}")
        .doesNotContain("task_id", "张伟", "form@example.com", "\n");
    assertThat(claim(incident).path("state").textValue()).isEqualTo("sent");
  }

  @Test
  void aDoubtIsNotEndedByARetryAlone() {
    Incident incident = doubt("retry@example.com", Fault.disconnect());

    WORLD.retry(incident, Map.of());
    Incident again = WORLD.incidentAfter(incident);

    assertThat(again.message()).contains("not known");
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void aPersonWhoFoundItInFeishuHasTheTaskCompletedWithoutARequest() {
    Incident incident = doubt("found@example.com", Fault.disconnect().executed());

    WORLD.retry(
        incident,
        Map.of(
            "feishu_hire_submission",
            Map.of("state", "accepted", "delivery", Map.of("application_id", "7400"))));
    var variables = WORLD.end(incident.instance());

    assertThat(variables.at("/delivery/application_id").textValue()).isEqualTo("7400");
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void aPersonWhoWroteWhatFeishuShowsHasTheTaskCompletedToo() {
    Incident incident = doubt("shown@example.com", Fault.disconnect().executed());

    WORLD.retry(
        incident,
        Map.of("feishu_hire_submission", Map.of("state", "accepted", "application_id", "7400")));

    assertThat(WORLD.end(incident.instance()).at("/delivery/application_id").textValue())
        .isEqualTo("7400");
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void aPersonWhoWroteOnlyTheIdIsAskedAgain() {
    Incident incident = doubt("id@example.com", Fault.disconnect());

    WORLD.retry(
        incident,
        Map.of("feishu_hire_submission", Map.of("state", "accepted", "delivery", "7400")));
    Incident again = WORLD.incidentAfter(incident);

    assertThat(again.message()).contains("cannot be understood", "\"application_id\"");
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void aPersonWhoFoundNothingInFeishuHasItSubmittedAgain() {
    Incident incident = doubt("nothing@example.com", Fault.disconnect());

    WORLD.retry(incident, Map.of("feishu_hire_submission", Map.of("state", "released")));
    var variables = WORLD.end(incident.instance());

    assertThat(variables.at("/delivery/application_id").textValue()).matches("[0-9]{19}");
    assertThat(submissions()).isEqualTo(2);
  }

  @Test
  void aDoubtIsABpmnErrorWhereTheDesignerWantsOne() {
    WORLD.sandbox().next(Api.CREATE_BY_RESUME, Fault.truncated());

    Incident incident =
        WORLD.incident(WORLD.start("bpmn-error", Examples.structured("error@example.com")));

    assertThat(incident.message()).contains("FEISHU_HIRE_SUBMISSION_IN_DOUBT");
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void aDoubtThatIsSubmittedAgainIsADuplicateWhenItHadArrived() {
    WORLD.sandbox().next(Api.CREATE_BY_RESUME, Fault.httpStatus(502).executed());

    Incident incident =
        WORLD.incidentAfterRetries(
            WORLD.start("resubmit", Examples.structured("again@example.com")));

    assertThat(incident.message()).contains("FEISHU_HIRE_DUPLICATE_APPLICATION");
    assertThat(submissions()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "REPEAT_APPLICATION, FEISHU_HIRE_DUPLICATE_APPLICATION",
    "ALREADY_APPLIED, FEISHU_HIRE_DUPLICATE_APPLICATION",
    "CANDIDATE_LIMIT_REACHED, FEISHU_HIRE_APPLICATION_LIMIT_REACHED",
    "GRADUATION_TIME_MISSING, FEISHU_HIRE_INVALID_PARAMETER",
    "SITE_USER_NOT_FOUND, FEISHU_HIRE_WEBSITE_USER_NOT_FOUND"
  })
  void aNoIsAnErrorTheProcessCanCatchAndNoDoubt(ErrorCode answer, String error) {
    WORLD.sandbox().next(Api.CREATE_BY_RESUME, Fault.error(answer));

    Incident incident =
        WORLD.incident(WORLD.start("incident", Examples.structured("no@example.com")));

    assertThat(incident.message()).contains(error);
    assertThat(claim(incident).path("state").textValue()).isEqualTo("released");
  }

  private static Incident doubt(String email, Fault fault) {
    WORLD.sandbox().next(Api.CREATE_BY_RESUME, fault);
    return WORLD.incident(WORLD.start("incident", Examples.structured(email)));
  }

  private static JsonNode claim(Incident incident) {
    return WORLD.journal().variables(incident.elementInstanceKey()).path("feishu_hire_submission");
  }

  /** Without the probes of the circuit, which are for no career site. */
  private static long submissions() {
    return WORLD.sandbox().requests(Api.CREATE_BY_RESUME).stream()
        .filter(request -> !request.path().contains("/websites/0/"))
        .count();
  }
}

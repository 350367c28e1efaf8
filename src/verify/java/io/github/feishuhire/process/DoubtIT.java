package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.zeebe.model.bpmn.Bpmn;
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

/** A submission of which nobody knows whether it arrived. */
final class DoubtIT {

  @RegisterExtension static final HireWorld WORLD = new HireWorld();

  private static final String JOB_TYPE = "feishu-hire:submit-website-delivery:1";

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

  /** Without the probes of the circuit, which are for no career site. */
  private static long submissions() {
    return WORLD.sandbox().requests(Api.CREATE_BY_ATTACHMENT).stream()
        .filter(request -> !request.path().contains("/websites/0/"))
        .count();
  }

  private static Incident doubt(Fault fault) {
    WORLD.sandbox().next(Api.CREATE_BY_ATTACHMENT, fault);
    return WORLD.incident(WORLD.start("incident", Examples.submission()));
  }

  private static JsonNode claim(Incident incident) {
    return WORLD.journal().variables(incident.elementInstanceKey()).path("feishu_hire_submission");
  }

  @Test
  void isAnIncidentThatTellsBothWaysToGoOn() {
    Incident incident = doubt(Fault.httpStatus(500));

    assertThat(incident.message())
        .contains("not known")
        .contains("{\"state\":\"accepted\",\"application_id\":\"...\"}")
        .contains("{\"state\":\"released\"}")
        .doesNotContain("\n");
    assertThat(claim(incident).path("state").textValue()).isEqualTo("sent");
    assertThat(claim(incident).path("attempt").intValue()).isEqualTo(1);
    assertThat(claim(incident).path("at").textValue()).endsWith("Z");
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void isNotEndedByARetryAlone() {
    Incident incident = doubt(Fault.disconnect());

    WORLD.retry(incident, Map.of());
    Incident again = WORLD.incidentAfter(incident);

    assertThat(again.message()).contains("not known");
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void aPersonWhoFoundNothingInFeishuHasItSubmittedAgain() {
    Incident incident = doubt(Fault.disconnect());

    WORLD.retry(incident, Map.of("feishu_hire_submission", Map.of("state", "released")));
    var variables = WORLD.end(incident.instance());

    assertThat(variables.path("task_id").textValue()).matches("[0-9a-f]{32}");
    assertThat(submissions()).isEqualTo(2);
  }

  @Test
  void aPersonWhoFoundItInFeishuHasTheTaskCompletedWithoutARequest() {
    Incident incident = doubt(Fault.disconnect().executed());

    WORLD.retry(
        incident,
        Map.of(
            "feishu_hire_submission",
            Map.of("state", "accepted", "task_id", "f1c2a0f138ec492d99d7ab73594158ad")));
    var variables = WORLD.end(incident.instance());

    assertThat(variables.path("task_id").textValue()).isEqualTo("f1c2a0f138ec492d99d7ab73594158ad");
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void aPersonWhoFoundTheApplicationHasTheNextTaskEndWithItAtOnce() {
    WORLD.deploy(
        "submit-and-await.bpmn",
        Bpmn.convertToString(
            Bpmn.createExecutableProcess("submit-and-await")
                .startEvent()
                .serviceTask("submit", task -> task.zeebeJobType(JOB_TYPE))
                .serviceTask(
                    "await", task -> task.zeebeJobType("feishu-hire:await-delivery-result:1"))
                .endEvent()
                .done()));
    WORLD.sandbox().next(Api.CREATE_BY_ATTACHMENT, Fault.disconnect().executed());
    Incident incident = WORLD.incident(WORLD.start("submit-and-await", Examples.submission()));

    WORLD.retry(
        incident,
        Map.of("feishu_hire_submission", Map.of("state", "accepted", "application_id", "7400")));
    var variables = WORLD.end(incident.instance());

    assertThat(variables.path("task_id").isNull()).isTrue();
    assertThat(variables.path("delivery_result").path("status").textValue()).isEqualTo("success");
    assertThat(variables.path("delivery_result").path("application_id").textValue())
        .isEqualTo("7400");
    assertThat(submissions()).isEqualTo(1);
    assertThat(WORLD.sandbox().requests(Api.GET_DELIVERY_TASK)).isEmpty();
  }

  @Test
  void isNotResolvedByWhoeverStartsTheProcess() {
    var accepted = Map.of("state", "accepted", "task_id", "f1c2a0f138ec492d99d7ab73594158ad");

    long instance =
        WORLD.start("incident", Examples.submission("feishu_hire_submission", accepted));

    assertThat(WORLD.end(instance).path("task_id").textValue())
        .isNotEqualTo(accepted.get("task_id"));
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void aPersonsSlipOfThePenIsAskedForAgain() {
    Incident incident = doubt(Fault.disconnect());

    WORLD.retry(incident, Map.of("feishu_hire_submission", Map.of("state", "acepted")));
    Incident again = WORLD.incidentAfter(incident);

    assertThat(again.message()).contains("cannot be understood").contains("released");
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void isABpmnErrorWhereTheDesignerWantsOne() {
    WORLD.sandbox().next(Api.CREATE_BY_ATTACHMENT, Fault.truncated());

    Incident incident = WORLD.incident(WORLD.start("bpmn-error", Examples.submission()));

    assertThat(incident.message()).contains("FEISHU_HIRE_SUBMISSION_IN_DOUBT");
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void isSubmittedOnceMoreWhereTheDesignerWantsThat() {
    WORLD.sandbox().next(Api.CREATE_BY_ATTACHMENT, Fault.httpStatus(502));

    var variables = WORLD.endAfterRetries(WORLD.start("resubmit", Examples.submission()));

    assertThat(variables.path("task_id").textValue()).matches("[0-9a-f]{32}");
    assertThat(submissions()).isEqualTo(2);
  }

  @Test
  void doesNotAriseWhenFeishuSaidNo() {
    long instance =
        WORLD.start(
            "incident", Examples.submission("application_preferred_city_code_list", "CT_404"));

    Incident incident = WORLD.incident(instance);

    assertThat(claim(incident).path("state").textValue()).isEqualTo("released");
  }

  @Test
  void aThrottledSubmissionReleasesItsClaimAndIsMadeAgain() {
    WORLD.sandbox().next(Api.CREATE_BY_ATTACHMENT, Fault.throttled(400, "1"));
    long instance = WORLD.start("incident", Examples.submission());

    WORLD.end(instance);

    assertThat(submissions()).isEqualTo(2);
  }

  @Test
  void ofAnEarlierTryIsNotForgottenWhenALaterOneIsRefused() {
    WORLD.sandbox().next(Api.CREATE_BY_ATTACHMENT, Fault.disconnect());
    WORLD.sandbox().next(Api.CREATE_BY_ATTACHMENT, Fault.error(ErrorCode.SCOPE_MISSING));
    long instance = WORLD.start("resubmit", Examples.submission());

    Incident incident = WORLD.incidentAfterRetries(instance);

    assertThat(incident.message()).contains("hire:site_application");
    assertThat(claim(incident).path("state").textValue()).isEqualTo("sent");
    assertThat(claim(incident).path("attempt").intValue()).isEqualTo(2);
  }
}

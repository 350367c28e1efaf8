package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.github.feishuhire.process.Journal.Incident;
import io.github.feishuhire.sandbox.application.JobApplication;
import io.github.feishuhire.sandbox.application.Origin;
import io.github.feishuhire.sandbox.delivery.Application;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.talent.Talent;
import io.github.feishuhire.sandbox.website.Tenant;
import io.github.feishuhire.sandbox.website.Website;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A submission in doubt that is looked for in Feishu before a person is asked. */
final class LookUpIT {

  private static final FastTime TIME = new FastTime(20);

  @RegisterExtension static final HireWorld WORLD = new HireWorld(TIME);

  private static final String LOOK_UP = "look-up";
  private static final String LOOK_UP_RESUME = "look-up-resume";
  private static final String PLAIN = "plain";

  @BeforeAll
  static void deploy() {
    String submit = "feishu-hire:submit-website-delivery:1";
    String resume = "feishu-hire:submit-structured-resume:1";
    Map<String, String> lookUp = Map.of("onDoubt", "look-up");
    WORLD.deploy("look-up.bpmn", OneTask.of(LOOK_UP, submit, lookUp));
    WORLD.deploy("look-up-resume.bpmn", OneTask.of(LOOK_UP_RESUME, resume, lookUp));
    WORLD.deploy("plain.bpmn", OneTask.of(PLAIN, submit, Map.of()));
  }

  @BeforeEach
  void forgetEarlierRequests() {
    WORLD.sandbox().clearRequests();
    WORLD.sandbox().clearFaults();
  }

  /** Each of them somebody else. */
  private static Map<String, Object> candidate(String name, String mobile) {
    Map<String, Object> variables = Examples.submission("email", name + "@example.com");
    variables.put("mobile", mobile);
    variables.remove("identification");
    return variables;
  }

  private static long arrived(Map<String, Object> candidate) {
    WORLD.sandbox().next(Api.CREATE_BY_ATTACHMENT, Fault.disconnect().executed());
    return WORLD.start(LOOK_UP, candidate);
  }

  private static long lost(Map<String, Object> candidate) {
    WORLD.sandbox().next(Api.CREATE_BY_ATTACHMENT, Fault.disconnect());
    return WORLD.start(LOOK_UP, candidate);
  }

  /** Without the probes of the circuit, which are for no career site. */
  private static long submissions() {
    return WORLD.sandbox().requests(Api.CREATE_BY_ATTACHMENT).stream()
        .filter(request -> !request.path().contains("/websites/0/"))
        .count();
  }

  private static Application newest() {
    return WORLD.sandbox().applications().getLast();
  }

  private static JsonNode claim(Incident incident) {
    return WORLD.journal().variables(incident.elementInstanceKey()).path("feishu_hire_submission");
  }

  @Test
  void whatArrivedIsFoundAndTheProcessGoesOn() {
    ObjectNode variables = WORLD.endAfterRetries(arrived(candidate("arrived", "13800138001")));

    assertThat(variables.path("application_id").textValue()).isEqualTo(newest().id());
    assertThat(variables.path("task_id").isNull()).isTrue();
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void whatArrivesLateIsFoundByALaterLook() {
    Map<String, Object> candidate = candidate("late", "13800138002");
    long instance = lost(candidate);
    WORLD.letRetry(instance);
    await().until(() -> !WORLD.sandbox().requests(Api.GET_TALENT_IDS).isEmpty());

    ObjectNode unused = WORLD.end(WORLD.start(PLAIN, candidate));
    ObjectNode variables = WORLD.endAfterRetries(instance);

    assertThat(variables.path("application_id").textValue()).isEqualTo(newest().id());
    assertThat(submissions()).as("the lost one, and the one that stands for it").isEqualTo(2);
  }

  @Test
  void whatIsNotThereAfterTenMinutesIsLeftToAPerson() {
    long instance = lost(candidate("lost", "13800138003"));
    makeOlder(instance, Duration.ofMinutes(11));

    Incident incident = WORLD.incidentAfterRetries(instance);

    assertThat(incident.message())
        .contains("not known", "looked for ten minutes", "Mobile number (mobile)", "(email)")
        .contains("{\"state\":\"released\"}", "{\"state\":\"accepted\",\"application_id\"")
        .doesNotContain("\n", "13800138003", "lost@example.com");
    assertThat(claim(incident).path("state").textValue()).isEqualTo("sent");
    assertThat(submissions()).isEqualTo(1);

    WORLD.retry(incident, Map.of("feishu_hire_submission", Map.of("state", "released")));
    assertThat(WORLD.end(instance).path("task_id").textValue()).matches("[0-9a-f]{32}");
    assertThat(submissions()).isEqualTo(2);
  }

  @Test
  void anOlderApplicationIsLeftToAPerson() {
    addApplication("older@example.com", Tenant.SMALL.websites().getFirst(), Duration.ofDays(1));

    Incident incident = WORLD.incidentAfterRetries(lost(candidate("older", "13800138004")));

    assertThat(incident.message()).contains("older than the submission");
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void anApplicationThroughAnotherWebsiteIsLeftToAPerson() {
    addApplication("other@example.com", Tenant.SMALL.websites().getLast(), Duration.ZERO);

    Incident incident = WORLD.incidentAfterRetries(lost(candidate("other", "13800138005")));

    assertThat(incident.message()).contains("came another way");
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void twoTalentsAreLeftToAPerson() {
    ObjectNode one = WORLD.end(WORLD.start(PLAIN, candidate("one", "13800138006")));
    ObjectNode other = WORLD.end(WORLD.start(PLAIN, candidate("two", "13800138007")));
    WORLD.sandbox().clearRequests();

    Incident incident = WORLD.incidentAfterRetries(lost(candidate("two", "13800138006")));

    assertThat(one.path("task_id")).isNotEqualTo(other.path("task_id"));
    assertThat(incident.message()).contains("more than one talent");
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void aMissingScopeIsNamedToAPerson() {
    WORLD.sandbox().next(Api.GET_TALENT_IDS, Fault.error(ErrorCode.SCOPE_MISSING));

    Incident incident = WORLD.incidentAfterRetries(arrived(candidate("scope", "13800138008")));

    assertThat(incident.message()).contains("could not look itself", "hire:talent");
  }

  @Test
  void whoCannotBeLookedForIsLeftToAPerson() {
    Map<String, Object> nobody = candidate("nobody", "13800138009");
    nobody.keySet().removeAll(List.of("mobile", "mobile_country_code", "email"));

    Incident incident = WORLD.incidentAfterRetries(lost(nobody));

    assertThat(incident.message()).contains("neither a mobile number");
    assertThat(WORLD.sandbox().requests(Api.GET_TALENT_IDS)).isEmpty();
  }

  @Test
  void anInputThatWasSpoiledMeanwhileDoesNotEndTheDoubt() {
    long instance = lost(candidate("spoiled", "13800138014"));
    setLocal(instance, Map.of("mobile", 13800138014L));

    Incident incident = WORLD.incidentAfterRetries(instance);

    assertThat(incident.message()).contains("not known", "{\"state\":\"released\"}");
    assertThat(claim(incident).path("state").textValue()).isEqualTo("sent");
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void aFaultOfFeishuWhileLookingIsWaitedOut() {
    WORLD.sandbox().next(Api.GET_TALENT_IDS, Fault.httpStatus(502), 2);

    ObjectNode variables = WORLD.endAfterRetries(arrived(candidate("fault", "13800138010")));

    assertThat(variables.path("application_id").textValue()).isEqualTo(newest().id());
    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void whatARecruiterMadeOfAVirtualJobsApplicationIsGiven() {
    long instance = arrived(candidate("virtual", "13800138011"));
    await().until(() -> isShown("virtual@example.com"));
    String real = WORLD.sandbox().recruiter().assign(newest().id(), "7000000000000000001").id();

    ObjectNode variables = WORLD.endAfterRetries(instance);

    assertThat(variables.path("application_id").textValue()).isEqualTo(real);
  }

  @Test
  void aStructuredResumeIsFoundByWhatStandsInIt() {
    WORLD.sandbox().next(Api.CREATE_BY_RESUME, Fault.disconnect().executed());

    ObjectNode variables =
        WORLD.endAfterRetries(
            WORLD.start(LOOK_UP_RESUME, Examples.structured("structured@example.com")));

    assertThat(variables.at("/delivery/application_id").textValue()).isEqualTo(newest().id());
  }

  private static boolean isShown(String email) {
    return talent(email)
        .filter(
            talent ->
                WORLD.sandbox().hiring().shown().stream()
                    .anyMatch(one -> one.talentId().equals(talent.id())))
        .isPresent();
  }

  private static Optional<Talent> talent(String email) {
    return WORLD.sandbox().talents().stream()
        .filter(talent -> talent.contact().email().filter(email::equals).isPresent())
        .findFirst();
  }

  /** For the job of the examples, of a talent who is known by an application for another job. */
  private static void addApplication(String email, Website website, Duration age) {
    Map<String, Object> known = candidate("known", "13800138013");
    known.putAll(Map.of("email", email, "job_post_id", "6960663240925956637"));
    known.keySet().removeAll(List.of("mobile", "mobile_country_code"));
    ObjectNode unused = WORLD.end(WORLD.start(PLAIN, known));
    JobApplication added =
        WORLD
            .sandbox()
            .hiring()
            .add(
                talent(email).orElseThrow().id(),
                "6960663240925956001",
                new Origin(website, Optional.empty(), List.of()),
                Instant.now().minus(age));
    assertThat(added.isActive()).isTrue();
    WORLD.sandbox().clearRequests();
  }

  /** As if it had been sent so long ago: the next look is one of many. */
  private static void makeOlder(long instance, Duration by) {
    String at = TIME.wallClock().minus(by).toString();
    setLocal(
        instance,
        Map.of("feishu_hire_submission", Map.of("state", "sent", "attempt", 1, "at", at)));
  }

  /** On the task, once a run of it has failed. */
  private static void setLocal(long instance, Map<String, Object> variables) {
    var failed =
        await()
            .until(
                () -> WORLD.journal().jobs(instance, JobIntent.FAILED).stream().findFirst(),
                Optional::isPresent)
            .orElseThrow();
    WORLD
        .client()
        .newSetVariablesCommand(failed.getValue().getElementInstanceKey())
        .variables(variables)
        .local(true)
        .send()
        .join();
  }
}

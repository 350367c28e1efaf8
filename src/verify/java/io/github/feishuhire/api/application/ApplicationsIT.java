package io.github.feishuhire.api.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.Listings;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Refusal;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.delivery.Delivered;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.gateway.RecordedRequest;
import io.github.feishuhire.sandbox.http.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApplicationsIT {

  private static final CallOptions TERMS = CallOptions.patient(Duration.ZERO);
  private static final String EVALUATION = "6960663240925956402";
  private static final String REASON = "7230753910687080000";

  private final Sandbox sandbox =
      Sandbox.start(SandboxSettings.DEFAULT.withTaskDuration(Duration.ZERO));
  private final FeishuHire hire =
      new FeishuHire(
          Apps.at(sandbox.baseUrl()), QuotaShare.ALONE, HttpSender.create(), Time.system());
  private final Applications applications = hire.applications();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void readsWhatAProcessNeeds() {
    var delivered = Delivered.to(hire, sandbox);

    Application found = applications.get(delivered.id(), TERMS);

    RecordedRequest request = sandbox.requests(Api.GET_APPLICATION).getFirst();
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.path()).isEqualTo("/open-apis/hire/v1/applications/" + delivered.id());
    assertThat(request.query()).isEmpty();
    assertThat(found.id()).isEqualTo(delivered.id());
    assertThat(found.talentId()).isEqualTo(delivered.talentId());
    assertThat(found.jobId()).isEqualTo(delivered.jobId());
    assertThat(found.stage())
        .isEqualTo(
            new Stage("6960663240925956401", "简历初筛", "Resume Screening", StageType.SCREENING));
    assertThat(found.active()).isTrue();
    assertThat(found.byCandidate()).isTrue();
    assertThat(found.websiteId()).isEqualTo("7047318856652261676");
    assertThat(found.channelId()).isEqualTo("6891560630172518670");
    assertThat(found.created()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(found.termination()).isNull();
  }

  @Test
  void listsThoseOfATalentForAJob() {
    var delivered = Delivered.to(hire, sandbox);

    List<String> found = Listings.all(applications.list(delivered.talentId(), delivered.jobId()));

    assertThat(found).containsExactly(delivered.id());
    assertThat(sandbox.requests(Api.LIST_APPLICATIONS).getFirst().query())
        .isEqualTo(
            Map.of(
                "talent_id",
                delivered.talentId(),
                "job_id",
                delivered.jobId(),
                "page_size",
                "200"));
    assertThat(Listings.all(applications.list(delivered.talentId(), "1"))).isEmpty();
  }

  @Test
  void followsAVirtualJobToTheRealOne() {
    var delivered = Delivered.to(hire, sandbox);
    String latest = sandbox.recruiter().assign(delivered.id(), "6960663240925956002").id();

    assertThat(applications.get(delivered.id(), TERMS).id()).isEqualTo(delivered.id());
    assertThat(applications.latestOnChain(delivered.id(), TERMS).id()).isEqualTo(latest);
  }

  @Test
  void movesEndsAndRecovers() {
    String id = Delivered.to(hire, sandbox).id();

    applications.move(id, EVALUATION, TERMS);
    applications.terminate(
        id, new Termination(TerminationType.COMPANY_DECLINED, List.of(REASON), "经验不够"), TERMS);
    Application ended = applications.get(id, TERMS);
    applications.recover(id, TERMS);

    assertThat(sandbox.requests(Api.TRANSFER_STAGE).getFirst().json().toString())
        .isEqualTo("{\"stage_id\":\"6960663240925956402\"}");
    assertThat(sandbox.requests(Api.TERMINATE_APPLICATION).getFirst().json().toString())
        .isEqualTo(
            "{\"termination_type\":1,\"termination_reason_list\":[\"7230753910687080000\"],"
                + "\"termination_reason_note\":\"经验不够\"}");
    assertThat(ended.active()).isFalse();
    assertThat(ended.termination())
        .isEqualTo(new Termination(TerminationType.COMPANY_DECLINED, List.of(REASON), "经验不够"));
    assertThat(applications.get(id, TERMS).active()).isTrue();
  }

  @Test
  void endsAndRecoversOnceHoweverOftenItIsAsked() {
    String id = Delivered.to(hire, sandbox).id();
    Termination how = new Termination(TerminationType.OTHER, List.of(), null);

    applications.recover(id, TERMS);
    applications.terminate(id, how, TERMS);
    applications.terminate(id, how, TERMS);

    assertThat(applications.get(id, TERMS).active()).isFalse();
    assertThat(sandbox.requests(Api.TERMINATE_APPLICATION).getLast().json().toString())
        .isEqualTo("{\"termination_type\":27}");
  }

  @Test
  void tellsOneThatIsNotThere() {
    FeishuException refused =
        catchThrowableOfType(FeishuException.class, () -> applications.get("1", TERMS));

    assertThat(refused.failure())
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.refusal()).isEqualTo(Refusal.APPLICATION_NOT_FOUND));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"application\": null}",
        "{\"application\": {\"id\": \" \"}}",
        "{\"application\": {\"id\": 7}}",
        "{\"application\": []}"
      })
  void doesNotTakeForAnApplicationWhatIsNone(String data) {
    answer(data);

    FeishuException useless =
        catchThrowableOfType(FeishuException.class, () -> applications.get("1", TERMS));

    assertThat(useless.failure()).isInstanceOf(Unanswered.class);
  }

  @Test
  void readsWhatIsThereAndNothingElse() {
    answer(
        """
        {"application": {"id": "1", "stage": {"id": "2", "type": 99}, "active_status": 2,
          "create_time": 1767225602000, "modify_time": "0", "termination_type": 5,
          "termination_reason_list": ["3", null]}}""");

    Application found = applications.get("1", TERMS);

    assertThat(found.stage()).isEqualTo(new Stage("2", null, null, null));
    assertThat(found.byCandidate()).isFalse();
    assertThat(found.created()).isEqualTo("2026-01-01T00:00:02Z");
    assertThat(found.modified()).isNull();
    assertThat(found.termination()).isEqualTo(new Termination(null, List.of("3"), null));
  }

  @Test
  void readsTheHiringProcesses() {
    List<HiringProcess> processes = Listings.all(hire.hiringProcesses().list());

    assertThat(processes)
        .extracting(HiringProcess::type)
        .containsExactly(ProcessType.SOCIAL, ProcessType.CAMPUS);
    assertThat(processes.getLast().stages())
        .extracting(Stage::type)
        .containsExactly(
            StageType.SCREENING,
            StageType.WRITTEN_TEST,
            StageType.INTERVIEW,
            StageType.INTERVIEW,
            StageType.OFFER,
            StageType.PENDING_ONBOARDING,
            StageType.ONBOARDED);
    assertThat(sandbox.requests(Api.LIST_JOB_PROCESSES).getFirst().query())
        .isEqualTo(Map.of("page_size", "100"));
  }

  @Test
  void readsTheReasons() {
    List<TerminationReason> reasons = Listings.all(hire.terminationReasons().list());

    assertThat(reasons.getFirst())
        .isEqualTo(
            new TerminationReason(
                REASON, "经验不符", "Experience", TerminationType.COMPANY_DECLINED, true));
    assertThat(reasons).filteredOn(reason -> !reason.active()).hasSize(1);
  }

  private void answer(String data) {
    sandbox.next(
        Api.GET_APPLICATION,
        Fault.body(
            200,
            "application/json",
            ByteString.encodeUtf8("{\"code\":0,\"data\":%s}".formatted(data))));
  }
}

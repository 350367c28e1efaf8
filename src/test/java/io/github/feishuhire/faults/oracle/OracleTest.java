package io.github.feishuhire.faults.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.faults.oracle.EngineEvent.Kind;
import io.github.feishuhire.faults.oracle.Run.Doubt;
import io.github.feishuhire.faults.oracle.Run.End;
import io.github.feishuhire.testbed.feishu.Submission;
import io.github.feishuhire.testbed.feishu.Submission.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Histories that are wrong in one way each: an oracle that lets one pass proves nothing. */
final class OracleTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final String DOUBT = "Submit: " + History.DOUBT_TEXT + " reached Feishu.";

  private final List<EngineEvent> events = new ArrayList<>();
  private final List<Submission> submissions = new ArrayList<>();
  private final List<Permission> permissions = new ArrayList<>();
  private final Map<String, Instant> heard = new HashMap<>();

  OracleTest() {
    record(0, Kind.STARTED, "c");
  }

  @Test
  void onceAndDone() {
    claimed(1);
    submitted(2, Answer.YES);
    record(3, Kind.TASK_ID, "task1");
    record(4, Kind.ENDED, "done");

    assertThat(judge(Run.delivered("c")).complaints()).isEmpty();
  }

  @Test
  void nothingHappensAnyMore() {
    claimed(1);

    assertThat(judge(Run.delivered("c")).lost()).isEqualTo(1);
  }

  @Test
  void doneWithTaskThatFeishuNeverMade() {
    record(1, Kind.TASK_ID, "task1");
    record(2, Kind.ENDED, "done");

    assertThat(judge(Run.delivered("c")).lost()).isEqualTo(1);
  }

  @Test
  void repeatedWithoutBeingTold() {
    claimed(1);
    submitted(2, Answer.UNCLEAR);
    submitted(5, Answer.YES);
    record(6, Kind.TASK_ID, "task2");
    record(7, Kind.ENDED, "done");

    RowResult result = judge(Run.delivered("c"));
    assertThat(result.silentDuplicates()).isEqualTo(1);
    assertThat(result.avoidableDuplicates()).isZero();
  }

  @Test
  void repeatedAlthoughNobodyAskedForIt() {
    claimed(1);
    submitted(2, Answer.UNCLEAR);
    record(3, Kind.INCIDENT, DOUBT);
    submitted(5, Answer.YES);

    assertThat(judge(Run.doubted("c", 2)).avoidableDuplicates()).isEqualTo(1);
  }

  @Test
  void repeatedBecauseSomebodyAskedForIt() {
    claimed(1);
    submitted(2, Answer.UNCLEAR);
    record(3, Kind.INCIDENT, DOUBT);
    permissions.add(new Permission("c", at(4)));
    submitted(5, Answer.YES);

    RowResult result = judge(Run.doubted("c", 2));
    assertThat(result.complaints()).isEmpty();
    assertThat(result.doubtsReported()).isEqualTo(1);
  }

  @Test
  void repeatedAfterRefusal() {
    submitted(2, Answer.NO);
    submitted(5, Answer.YES);
    record(6, Kind.TASK_ID, "task2");
    record(7, Kind.ENDED, "done");

    assertThat(judge(new Run("c", Set.of(End.SUBMITTED), 2, 2, Doubt.NONE)).complaints()).isEmpty();
  }

  @Test
  void doubtThatNobodyIsToldOf() {
    claimed(1);
    submitted(2, Answer.UNCLEAR);
    record(3, Kind.INCIDENT, "Submit: something else");

    assertThat(judge(Run.doubted("c", 1)).complaints())
        .singleElement()
        .asString()
        .contains("a doubt that nobody was told of");
  }

  @Test
  void falseAlarm() {
    record(3, Kind.INCIDENT, DOUBT);

    assertThat(judge(new Run("c", Set.of(End.INCIDENT), 0, 0, Doubt.NONE)).complaints())
        .singleElement()
        .asString()
        .contains("a doubt where there is none");
  }

  @Test
  void doubtThatComesLate() {
    claimed(1);
    record(100, Kind.INCIDENT, DOUBT);

    assertThat(judge(Run.doubted("c", 0)).complaints())
        .singleElement()
        .asString()
        .contains("too late");
  }

  @Test
  void doubtThatComesLongAfterTheLease() {
    claimed(1);
    record(60, Kind.LEASE_ENDED, "");
    record(95, Kind.INCIDENT, DOUBT);

    assertThat(judge(Run.doubted("c", 0)).complaints())
        .singleElement()
        .asString()
        .contains("too late");
  }

  @Test
  void doubtByRecordIsHandingOutWhileTheClaimSaysSent() {
    claimed(1);
    record(60, Kind.LEASE_ENDED, "");
    record(60, Kind.HANDED_OUT, "");
    record(61, Kind.INCIDENT, DOUBT);

    Run run = new Run("c", Set.of(End.INCIDENT), 0, 1, Doubt.BY_RECORD);
    assertThat(judge(run).complaints()).isEmpty();
  }

  @Test
  void lateAnswerEndsDoubtBeforeAnybodyIsAsked() {
    claimed(1);
    submitted(2, Answer.YES);
    record(60, Kind.LEASE_ENDED, "");
    record(60, Kind.HANDED_OUT, "");
    record(61, Kind.TASK_ID, "task1");
    record(61, Kind.ENDED, "done");

    Run run = new Run("c", Set.of(End.SUBMITTED), 1, 1, Doubt.BY_RECORD);
    assertThat(judge(run).complaints()).isEmpty();
  }

  @Test
  void doubtThatEndsByWhatIsSeen() {
    claimed(1);
    submitted(2, Answer.UNCLEAR);
    record(8, Kind.APPLICATION_ID, "application1");
    record(8, Kind.ENDED, "done");

    RowResult result = judge(Run.found("c"));
    assertThat(result.complaints()).isEmpty();
    assertThat(result.doubtsInjected()).isEqualTo(1);
    assertThat(result.doubtsReported()).isZero();
    assertThat(result.doubtsFound()).isEqualTo(1);
  }

  @Test
  void doubtThatEndsByItselfAlthoughItIsForAPerson() {
    claimed(1);
    submitted(2, Answer.UNCLEAR);
    record(8, Kind.APPLICATION_ID, "application1");
    record(8, Kind.ENDED, "done");

    Run run = new Run("c", Set.of(End.SUBMITTED), 1, 1, Doubt.INJECTED);
    assertThat(judge(run).complaints())
        .singleElement()
        .asString()
        .contains("a doubt ended by itself");
  }

  @Test
  void doubtThatEndsWithAnotherApplication() {
    claimed(1);
    submitted(2, Answer.UNCLEAR);
    record(8, Kind.APPLICATION_ID, "another");
    record(8, Kind.ENDED, "done");

    RowResult result = judge(Run.found("c"));
    assertThat(result.lost()).isEqualTo(1);
    assertThat(result.doubtsFound()).isZero();
  }

  @Test
  void personThatIsAskedForWhatIsToBeSeen() {
    claimed(1);
    submitted(2, Answer.UNCLEAR);
    record(8, Kind.INCIDENT, DOUBT);
    record(9, Kind.INCIDENT_RESOLVED, "");
    record(9, Kind.APPLICATION_ID, "application1");
    record(9, Kind.ENDED, "done");

    assertThat(judge(Run.found("c")).complaints())
        .singleElement()
        .asString()
        .contains("a doubt did not end by itself");
  }

  @Test
  void tryLostBeforeAnythingWasSentIsOneOfWaiter() {
    record(1, Kind.JOB_FAILED, "3");
    record(2, Kind.JOB_FAILED, "2");
    heardOfAt(3);

    assertThat(judge(Run.delivered("c")).triesOfWaiters()).isEqualTo(1);
  }

  @Test
  void tryLostByWhatWasSentIsNoneOfWaiter() {
    heardOfAt(2);
    record(3, Kind.JOB_FAILED, "2");

    assertThat(judge(Run.delivered("c")).triesOfWaiters()).isZero();
  }

  @Test
  void tryLostAfterClaimIsNoneOfWaiterThoughNothingArrived() {
    claimed(1);
    record(2, Kind.JOB_FAILED, "2");

    assertThat(judge(Run.delivered("c")).triesOfWaiters()).isZero();
  }

  @Test
  void givenUpAtOnceIsNoTryLost() {
    record(1, Kind.JOB_FAILED, "0");

    assertThat(judge(Run.delivered("c")).triesOfWaiters()).isZero();
  }

  @Test
  void jobOfEachElementIsHandedOutOnce() {
    handedOut(1, 10);
    handedOut(2, 10);
    handedOut(3, 20);

    assertThat(judge(Run.delivered("c")).handedOutAgain()).isEqualTo(1);
  }

  @Test
  void recoveryIsWhenWindowIsFullAgain() {
    List<Instant> calls = List.of(at(1), at(14), at(15), at(15));

    assertThat(Pace.secondsUntil(3, Duration.ofSeconds(2), calls, at(10))).hasValue(4);
    assertThat(Pace.secondsUntil(4, Duration.ofSeconds(2), calls, at(10))).isEmpty();
  }

  @Test
  void retriedIncidentIsNoEnd() {
    record(1, Kind.INCIDENT, DOUBT);
    record(2, Kind.INCIDENT_RESOLVED, "");

    assertThat(oracle().end("c")).isEqualTo(End.NONE);
  }

  private void claimed(int second) {
    record(second, Kind.CLAIM, "sent");
  }

  private void heardOfAt(int second) {
    heard.put("c", at(second));
  }

  private void handedOut(int second, long element) {
    events.add(new EngineEvent(events.size(), at(second), Kind.HANDED_OUT, 1, "", 0, 0, element));
  }

  private void record(int second, Kind kind, String detail) {
    events.add(new EngineEvent(events.size(), at(second), kind, 1, detail, 0, 0, 0));
  }

  private void submitted(int second, Answer answer) {
    int number = submissions.size() + 1;
    submissions.add(
        new Submission("c", at(second), true, answer, "task" + number, "application" + number));
  }

  private RowResult judge(Run run) {
    return oracle().judge("row", List.of(run));
  }

  private Oracle oracle() {
    return new Oracle(events, submissions, permissions, heard);
  }

  private static Instant at(int second) {
    return START.plus(Duration.ofSeconds(second));
  }
}

package io.github.feishuhire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.faults.engine.Worker;
import io.github.feishuhire.faults.oracle.Run;
import io.github.feishuhire.faults.oracle.Run.Doubt;
import io.github.feishuhire.faults.oracle.Run.End;
import io.github.feishuhire.testbed.feishu.Gate;
import io.github.feishuhire.testbed.feishu.Hiring;
import io.github.feishuhire.testbed.feishu.Hiring.By;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.Turn;
import io.github.feishuhire.testbed.feishu.Wire;
import io.github.feishuhire.testbed.feishu.Wires;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * With {@code onDoubt} = {@code look-up}: a doubt ends without a person where the application is to
 * be seen, with the id of that one, and nowhere else.
 */
@ExtendWith(StageExtension.class)
final class LookUpIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(61);
  private static final Duration LONGER_THAN_IT_LOOKS = Duration.ofMinutes(11);
  private static final Turn ARRIVED = Turn.unclear(true, Wires.reset());
  private static final Turn LOST = Turn.unclear(false, Wires.reset());

  @Test
  void arrived(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "look-up: arrived");
    int count = stage.size().of(3, 50);
    for (Wire reply : List.of(Wires.reset(), Wires.end(), Wires.truncatedJson(), Wires.html(502))) {
      row.submitAmongOthers(Models.LOOK_UP, count, Turn.unclear(true, reply), Run::found);
      row.settle(PATIENCE);
    }
    row.verdict();
  }

  @Test
  void arrivedWhereOthersAreToo(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "look-up: arrived, beside older ones and other ways");
    Hiring hiring = stage.feishu().hiring();
    row.submitAmongOthers(
        Models.LOOK_UP,
        stage.size().of(4, 50),
        ARRIVED,
        candidate -> {
          String talent = hiring.talent(Row.email(candidate));
          hiring.apply(talent, candidate, By.CANDIDATE, Instant.now().minusSeconds(3600));
          hiring.apply(talent, "another", By.CANDIDATE, Instant.now());
          hiring.apply(talent, candidate, By.RECRUITER, Instant.now());
          return Run.found(candidate);
        });
    row.settle(PATIENCE).verdict();
  }

  @Test
  void arrivedAndTheWorkerIsKilled(Stage stage) {
    Row row = new Row(stage, "look-up: kill -9: request read, not answered");
    for (int round = 0; round < stage.size().of(1, 10); round++) {
      Worker victim = stage.worker();
      row.calm();
      Gate gate = new Gate();
      row.submit(Models.LOOK_UP, Row.AT_ONCE, Turn.held(gate), Run::found);
      Waiting.until(() -> gate.arrived() == Row.AT_ONCE);
      victim.process().kill();
      gate.open();
      stage.worker();
      stage.broker().moveClock(LONGER_THAN_A_LEASE);
      row.settle(PATIENCE);
    }
    row.verdict();
  }

  @Test
  void seenLate(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "look-up: arrived, seen by the fourth look");
    for (int round = 0; round < stage.size().of(1, 10); round++) {
      List<String> late =
          row.submitAmongOthers(
              Models.LOOK_UP,
              4,
              ARRIVED,
              candidate -> {
                stage
                    .feishu()
                    .script()
                    .next(
                        Kind.TALENTS,
                        Row.email(candidate),
                        nobody("{\"talent_list\":[]}"),
                        Turn.refused(Wires.html(502)),
                        nobody("{}"));
                return Run.found(candidate);
              });
      row.settle(PATIENCE);
      assertThat(late)
          .allSatisfy(candidate -> assertThat(looks(stage, candidate)).isGreaterThanOrEqualTo(4));
    }
    row.verdict();
  }

  private static Turn nobody(String data) {
    return Turn.refused(Wires.json(200, "{\"code\":0,\"data\":" + data + "}"));
  }

  @Test
  void neverSeen(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "look-up: lost; after ten minutes a person submits again");
    List<String> lost =
        row.submitAmongOthers(
            Models.LOOK_UP,
            stage.size().of(5, 50),
            LOST,
            candidate -> new Run(candidate, Set.of(End.SUBMITTED), 2, 2, Doubt.INJECTED));
    Waiting.until(() -> lost.stream().allMatch(candidate -> looks(stage, candidate) >= 2));
    lost.forEach(candidate -> assertThat(row.end(candidate)).isEqualTo(End.NONE));
    lost.forEach(candidate -> row.makeOlder(candidate, LONGER_THAN_IT_LOOKS));
    row.settle(lost, PATIENCE);
    told(row, lost, "has looked for ten minutes");
    lost.forEach(candidate -> row.resolve(candidate, Map.of("state", "released")));
    row.settle(PATIENCE).verdict();
  }

  @Test
  void someoneElses(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "look-up: lost; another site's, older, a recruiter's is there");
    List<String> otherSite = beside(stage, row, "another", By.CANDIDATE, Duration.ZERO);
    List<String> entered = beside(stage, row, "", By.RECRUITER, Duration.ZERO);
    List<String> older = beside(stage, row, "", By.CANDIDATE, Duration.ofMinutes(2));
    row.settle(PATIENCE);
    told(row, otherSite, "came another way");
    told(row, entered, "came another way");
    told(row, older, "older than the submission");
    row.verdict();
  }

  /** A submission is lost while there is such an application of the same candidate. */
  private static List<String> beside(Stage stage, Row row, String site, By by, Duration age) {
    Hiring hiring = stage.feishu().hiring();
    return row.submitAmongOthers(
        Models.LOOK_UP,
        stage.size().of(4, 50),
        LOST,
        candidate -> {
          String website = site.isEmpty() ? candidate : site;
          hiring.apply(hiring.talent(Row.email(candidate)), website, by, Instant.now().minus(age));
          return Run.doubted(candidate, 1);
        });
  }

  @Test
  void severalTalents(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "look-up: arrived, two talents; a person says which");
    List<String> doubted = new ArrayList<>();
    for (int number = 0; number < stage.size().of(4, 50); number++) {
      String mobile = String.valueOf(13_800_138_000L + number);
      doubted.add(
          row.start(
              Models.LOOK_UP,
              Map.of("mobile", mobile),
              candidate -> {
                stage.feishu().script().next(Kind.SUBMIT, candidate, ARRIVED);
                String one = stage.feishu().hiring().talent(Row.email(candidate));
                assertThat(stage.feishu().hiring().talent(mobile)).isNotEqualTo(one);
                return new Run(candidate, Set.of(End.SUBMITTED), 1, 1, Doubt.INJECTED);
              }));
      row.start(Models.LOOK_UP, 1, Run::delivered);
    }
    row.settle(PATIENCE);
    told(row, doubted, "more than one talent");
    doubted.forEach(
        candidate ->
            row.resolve(
                candidate,
                Map.of(
                    "state",
                    "accepted",
                    "application_id",
                    stage.feishu().applicationOf(candidate))));
    row.settle(PATIENCE).verdict();
  }

  @Test
  void scopeMissing(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "look-up: arrived, scope missing; then it is granted");
    stage
        .feishu()
        .script()
        .always(
            Kind.TALENTS,
            Turn.refused(
                Wires.json(
                    400,
                    """
                    {"code":99991672,"msg":"Access denied. One of the following scopes is required: \
                    [hire:talent, hire:talent:readonly]"}""")));
    List<String> doubted =
        row.submitAmongOthers(
            Models.LOOK_UP,
            stage.size().of(4, 50),
            ARRIVED,
            candidate -> new Run(candidate, Set.of(End.SUBMITTED), 1, 1, Doubt.INJECTED));
    row.settle(PATIENCE);
    told(row, doubted, "could not look itself", "hire:talent:readonly");
    stage.feishu().script().stop(Kind.TALENTS);
    doubted.forEach(row::retry);
    row.settle(PATIENCE).verdict();
  }

  private static void told(Row row, List<String> candidates, String... words) {
    assertThat(candidates)
        .allSatisfy(
            candidate -> {
              assertThat(row.end(candidate)).isEqualTo(End.INCIDENT);
              assertThat(row.incident(candidate).detail()).contains(words);
            });
  }

  private static long looks(Stage stage, String candidate) {
    return stage.feishu().requests().stream()
        .filter(request -> request.kind() == Kind.TALENTS)
        .filter(request -> request.key().equals(Row.email(candidate)))
        .count();
  }
}

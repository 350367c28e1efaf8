package io.github.feishuhire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.faults.oracle.Run;
import io.github.feishuhire.faults.oracle.Run.Doubt;
import io.github.feishuhire.faults.oracle.Run.End;
import io.github.feishuhire.testbed.feishu.Gate;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.Turn;
import io.github.feishuhire.testbed.feishu.Wires;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What may be done twice is done again, and nobody is asked. */
@ExtendWith(StageExtension.class)
final class RepeatableIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Turn RUNNING = Turn.refused(Wires.json(200, "{\"code\":0,\"data\":{}}"));
  private static final Turn UNKNOWN = Turn.refused(Wires.code(400, 1002008));

  @Test
  void killedInTheMiddle(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "upload, site user, await: kill -9 of the worker");
    Gate gate = new Gate();
    int count = stage.size().of(4, 8);
    for (Kind kind : List.of(Kind.ATTACHMENT, Kind.SITE_USER, Kind.TASK)) {
      stage.feishu().script().always(kind, Turn.held(gate));
    }
    row.start(Models.UPLOAD, count, RepeatableIT::done);
    row.start(Models.SITE_USER, count, RepeatableIT::done);
    row.start(Models.AWAIT, count, RepeatableIT::done);
    Waiting.until(() -> gate.arrived() == 3 * count);
    stage.worker().process().kill();
    List.of(Kind.ATTACHMENT, Kind.SITE_USER, Kind.TASK).forEach(stage.feishu().script()::stop);
    gate.open();
    stage.worker();
    stage.broker().moveClock(Duration.ofMinutes(7));
    row.settle(PATIENCE).verdict();
  }

  @Test
  void brokenReplies(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "upload, site user: RST, 503, truncated, then well");
    for (int round = 0; round < stage.size().of(3, 10); round++) {
      brokenReplies(stage, row);
    }
    row.verdict();
  }

  /** Two users, four failures: with five in a row the worker would leave Feishu alone. */
  private static void brokenReplies(Stage stage, Row row) {
    List<String> users = row.candidates(2);
    for (String user : users) {
      stage
          .feishu()
          .script()
          .next(
              Kind.SITE_USER,
              user,
              Turn.unclear(true, Wires.reset()),
              Turn.unclear(true, Wires.html(503)));
    }
    row.start(Models.SITE_USER, users, RepeatableIT::done);
    stage
        .feishu()
        .script()
        .next(
            Kind.ATTACHMENT,
            "",
            Turn.unclear(true, Wires.truncatedJson()),
            Turn.unclear(true, Wires.reset()));
    row.start(Models.UPLOAD, 2, RepeatableIT::done);
    row.settle(PATIENCE);
  }

  @Test
  void resultsThatComeLateOrNot(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "20 await: empty, unknown early and late, duplicate, failed, 429");
    int count = stage.size().of(4, 20);
    int before = stage.feishu().times(Kind.TASK, stage.worker().name()).size();
    await(stage, row, count, End.SUBMITTED, RUNNING, RUNNING, RUNNING);
    await(stage, row, count, End.SUBMITTED, UNKNOWN);
    await(stage, row, count, End.BPMN_ERROR, RUNNING, RUNNING, RUNNING, UNKNOWN);
    await(stage, row, count, End.SUBMITTED, ended("same application exist", "7000000000000000009"));
    await(stage, row, count, End.BPMN_ERROR, ended("no such position", ""));
    await(stage, row, count, End.SUBMITTED, Turn.refused(Wires.throttled(429, "3")));
    await(stage, row, count * 6, End.SUBMITTED);
    row.settle(PATIENCE).verdict();
    assertThat(stage.feishu().times(Kind.TASK, stage.worker().name()).size() - before)
        .as("polls, at most 2 for each task")
        .isLessThanOrEqualTo(2 * 12 * count);
  }

  private static void await(Stage stage, Row row, int count, End end, Turn... turns) {
    List<String> candidates = row.candidates(count);
    candidates.forEach(candidate -> stage.feishu().script().next(Kind.TASK, candidate, turns));
    row.start(
        Models.AWAIT, candidates, candidate -> new Run(candidate, Set.of(end), 0, 0, Doubt.NONE));
  }

  private static Turn ended(String reason, String existing) {
    return Turn.refused(
        Wires.json(
            200,
            """
            {"code":0,"data":{"status":3,"status_msg":"%s","extra_info":"%s"}}"""
                .formatted(reason, existing)));
  }

  private static Run done(String candidate) {
    return new Run(candidate, Set.of(End.SUBMITTED), 0, 0, Doubt.NONE);
  }
}

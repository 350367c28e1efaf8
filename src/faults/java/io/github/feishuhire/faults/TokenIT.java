package io.github.feishuhire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.faults.engine.Worker;
import io.github.feishuhire.faults.oracle.EngineEvent;
import io.github.feishuhire.faults.oracle.Run;
import io.github.feishuhire.faults.oracle.Run.Doubt;
import io.github.feishuhire.faults.oracle.Run.End;
import io.github.feishuhire.testbed.feishu.Gate;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.Submission.Answer;
import io.github.feishuhire.testbed.feishu.Turn;
import io.github.feishuhire.testbed.feishu.Wires;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever happens to the token, no submission is in doubt for it. */
@ExtendWith(StageExtension.class)
final class TokenIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  void refusedToManyAtOnce(Stage stage) {
    Worker worker = stage.worker();
    Row row = new Row(stage, "12 token refused in the middle of many calls");
    for (int round = 0; round < stage.size().of(10, 40); round++) {
      row.calm();
      Gate gate = new Gate();
      int tokens = tokens(stage, worker);
      row.submit(
          Row.AT_ONCE,
          new Turn(
              true,
              false,
              Answer.NO,
              (socket, usual) -> {
                gate.pass();
                return Wires.code(400, 99991663).play(socket, usual);
              }),
          candidate -> new Run(candidate, Set.of(End.SUBMITTED), 2, 2, Doubt.NONE));
      Waiting.until(() -> gate.arrived() == Row.AT_ONCE);
      gate.open();
      row.settle(PATIENCE);
      assertThat(tokens(stage, worker) - tokens).as("tokens fetched").isBetween(1, 2);
    }
    row.verdict();
  }

  @Test
  void wrongSecretThenNoServiceThenSlowForManyFirstCalls(Stage stage) {
    stage.worker().gateway().keepJobs();
    Worker worker = stage.newWorker(Map.of()).awaitReady();
    worker.gateway().giveJobs();

    Row wrong = new Row(stage, "12 wrong app secret");
    stage.feishu().script().always(Kind.TOKEN, Turn.refused(Wires.code(200, 10014)));
    List<String> refused =
        wrong.start(
            Models.SUBMIT,
            5,
            candidate -> new Run(candidate, Set.of(End.INCIDENT), 0, 0, Doubt.NONE));
    wrong.settle(PATIENCE).verdict();
    assertThat(refused.stream().map(candidate -> wrong.incident(candidate).detail()).distinct())
        .singleElement()
        .asString()
        .contains("app id and secret");
    assertThat(tokens(stage, worker)).isLessThanOrEqualTo(5);

    Row down = new Row(stage, "12 token service down, then slow for many first calls");
    stage.feishu().script().always(Kind.TOKEN, Turn.refused(Wires.html(503)));
    List<String> candidates = down.start(Models.SUBMIT, stage.size().of(40, 200), Run::delivered);
    Waiting.until(
        () ->
            candidates.stream()
                .anyMatch(
                    candidate ->
                        down.events(candidate).stream()
                            .anyMatch(event -> event.kind() == EngineEvent.Kind.JOB_FAILED)));
    Gate gate = new Gate();
    stage.feishu().script().always(Kind.TOKEN, Turn.held(gate));
    int before = tokens(stage, worker);
    Waiting.until(() -> gate.arrived() > 0);
    gate.open();
    stage.feishu().script().stop(Kind.TOKEN);
    down.settle(PATIENCE).verdict();
    assertThat(tokens(stage, worker) - before).as("tokens fetched").isLessThanOrEqualTo(1);
    worker.close();
    stage.worker();
  }

  private static int tokens(Stage stage, Worker worker) {
    return stage.feishu().times(Kind.TOKEN, worker.name()).size();
  }
}

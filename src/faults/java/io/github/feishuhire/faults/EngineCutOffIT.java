package io.github.feishuhire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.faults.engine.Command;
import io.github.feishuhire.faults.engine.Method;
import io.github.feishuhire.faults.engine.Worker;
import io.github.feishuhire.faults.oracle.Run;
import io.github.feishuhire.faults.oracle.Run.Doubt;
import io.github.feishuhire.faults.oracle.Run.End;
import io.github.feishuhire.testbed.feishu.Gate;
import io.github.feishuhire.testbed.feishu.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Between Feishu's answer and the completion, the engine cannot be reached or has moved on. */
@ExtendWith(StageExtension.class)
final class EngineCutOffIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAST_THE_LEASE = Duration.ofSeconds(61);

  @Test
  void wayToTheBrokerCutForSeconds(Stage stage) {
    Row row = new Row(stage, "16 broker out of reach between reply and completion");
    for (int round = 0; round < stage.size().of(4, 15); round++) {
      Gate gate = new Gate();
      Worker worker = stage.worker();
      row.calm();
      row.submit(Row.AT_ONCE, Turn.held(gate), Run::delivered);
      Waiting.until(() -> gate.arrived() == Row.AT_ONCE);
      int before = cuts(worker);
      worker.gateway().cut();
      gate.open();
      Waiting.until(() -> cuts(worker) > before);
      worker.gateway().heal();
      row.settle(PATIENCE);
    }
    row.verdict();
  }

  @Test
  void anotherWorkerHasTheJobByThen(Stage stage) {
    String name = "17 completion refused: job is another worker's";
    stale(stage, name, PAST_THE_LEASE, stage.size().of(2, 6));
  }

  @Test
  void brokersClockJumpsAhead(Stage stage) {
    String name = "19 broker's clock 5 minutes ahead during a job";
    stale(stage, name, Duration.ofMinutes(5), stage.size().of(1, 4));
  }

  @Test
  void brokersClockJumpsBack(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "19 broker's clock 5 minutes back during a job");
    for (int round = 0; round < stage.size().of(1, 4); round++) {
      row.calm();
      Gate gate = new Gate();
      row.submit(Row.AT_ONCE, Turn.held(gate), Run::delivered);
      Waiting.until(() -> gate.arrived() == Row.AT_ONCE);
      stage.broker().moveClock(Duration.ofMinutes(-5));
      gate.open();
      row.settle(PATIENCE);
      stage.broker().moveClock(Duration.ofMinutes(5));
    }
    row.verdict();
  }

  @Test
  void instanceCancelledByThen(Stage stage) {
    Worker worker = stage.worker();
    Row row = new Row(stage, "17 completion refused: instance was cancelled");
    for (int round = 0; round < stage.size().of(2, 6); round++) {
      row.calm();
      Gate gate = new Gate();
      List<String> candidates =
          row.submit(
              Row.AT_ONCE,
              Turn.held(gate),
              candidate -> new Run(candidate, Set.of(End.CANCELLED), 1, 1, Doubt.NONE));
      Waiting.until(() -> gate.arrived() == Row.AT_ONCE);
      candidates.forEach(row::cancel);
      gate.open();
      row.settle(PATIENCE);
      assertLoggedAsOrphans(stage, worker, candidates);
    }
    row.verdict();
  }

  /** The worker is slow, its lease ends at the broker, another one gets the jobs. */
  private static void stale(Stage stage, String name, Duration jump, int rounds) {
    Worker slow = stage.newWorker(Map.of()).awaitReady();
    Row row = new Row(stage, name);
    for (int round = 0; round < rounds; round++) {
      stage.worker().gateway().keepJobs();
      slow.gateway().giveJobs();
      Gate gate = new Gate();
      List<String> candidates =
          row.submit(Row.AT_ONCE, Turn.held(gate), candidate -> Run.doubted(candidate, 1));
      Waiting.until(() -> gate.arrived() == Row.AT_ONCE);
      slow.gateway().keepJobs();
      stage.worker();
      stage.broker().moveClock(jump);
      row.settle(PATIENCE);
      gate.open();
      assertLoggedAsOrphans(stage, slow, candidates);
    }
    row.verdict();
    assertThat(slow.gateway().commands())
        .extracting(Command::method)
        .doesNotContain(Method.FAIL_JOB, Method.THROW_ERROR);
    slow.close();
  }

  /** How often it has noticed that it was cut off. */
  private static int cuts(Worker worker) {
    return StringUtils.countMatches(worker.log(), "Camunda gives no jobs");
  }

  private static void assertLoggedAsOrphans(Stage stage, Worker worker, List<String> candidates) {
    for (String candidate : candidates) {
      String task = stage.feishu().taskOf(candidate);
      Waiting.until(() -> worker.log().contains(task));
      assertThat(worker.log().lines().filter(line -> line.contains(task))).hasSize(1);
    }
  }
}

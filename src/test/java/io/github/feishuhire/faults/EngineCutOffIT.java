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
    for (int round = 0; round < stage.size().of(2, 10); round++) {
      Gate gate = new Gate();
      Worker worker = stage.worker();
      List<String> candidates = row.submit(10, Turn.held(gate), Run::delivered);
      Waiting.until(() -> gate.arrived() == candidates.size());
      worker.gateway().cut();
      gate.open();
      Waiting.until(() -> worker.log().contains("Camunda gives no jobs"));
      worker.gateway().heal();
      row.settle(PATIENCE);
    }
    row.verdict();
  }

  @Test
  void anotherWorkerHasTheJobByThen(Stage stage) {
    stale(stage, "17 completion refused: job is another worker's", PAST_THE_LEASE, 10);
  }

  @Test
  void brokersClockJumpsAhead(Stage stage) {
    stale(stage, "19 broker's clock 5 minutes ahead during a job", Duration.ofMinutes(5), 5);
  }

  @Test
  void brokersClockJumpsBack(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "19 broker's clock 5 minutes back during a job");
    Gate gate = new Gate();
    int count = stage.size().of(5, 30);
    row.submit(count, Turn.held(gate), Run::delivered);
    Waiting.until(() -> gate.arrived() == count);
    stage.broker().moveClock(Duration.ofMinutes(-5));
    gate.open();
    row.settle(PATIENCE).verdict();
    stage.broker().moveClock(Duration.ofMinutes(5));
  }

  @Test
  void instanceCancelledByThen(Stage stage) {
    Worker worker = stage.worker();
    Row row = new Row(stage, "17 completion refused: instance was cancelled");
    Gate gate = new Gate();
    int count = stage.size().of(10, 30);
    List<String> candidates =
        row.submit(
            count,
            Turn.held(gate),
            candidate -> new Run(candidate, Set.of(End.CANCELLED), 1, 1, Doubt.NONE));
    Waiting.until(() -> gate.arrived() == count);
    candidates.forEach(row::cancel);
    gate.open();
    row.settle(PATIENCE);
    assertLoggedAsOrphans(stage, worker, candidates);
    row.verdict();
  }

  /** The worker is slow, its lease ends at the broker, another one gets the jobs. */
  private static void stale(Stage stage, String name, Duration jump, int count) {
    stage.worker().gateway().keepJobs();
    Worker slow = stage.newWorker(Map.of()).awaitReady();
    slow.gateway().giveJobs();
    Row row = new Row(stage, name);
    Gate gate = new Gate();
    List<String> candidates =
        row.submit(count, Turn.held(gate), candidate -> Run.doubted(candidate, 1));
    Waiting.until(() -> gate.arrived() == count);
    slow.gateway().keepJobs();
    stage.worker();
    stage.broker().moveClock(jump);
    row.settle(PATIENCE);
    gate.open();
    assertLoggedAsOrphans(stage, slow, candidates);
    row.verdict();
    assertThat(slow.gateway().commands())
        .extracting(Command::method)
        .doesNotContain(Method.FAIL_JOB, Method.THROW_ERROR);
    slow.close();
  }

  private static void assertLoggedAsOrphans(Stage stage, Worker worker, List<String> candidates) {
    for (String candidate : candidates) {
      String task = stage.feishu().taskOf(candidate);
      Waiting.until(() -> worker.log().contains(task));
      assertThat(worker.log().lines().filter(line -> line.contains(task))).hasSize(1);
    }
  }
}

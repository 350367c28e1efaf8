package io.github.feishuhire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.faults.engine.Worker;
import io.github.feishuhire.faults.oracle.Run;
import io.github.feishuhire.faults.oracle.Run.Doubt;
import io.github.feishuhire.faults.oracle.Run.End;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several workers share the load while some of them are killed or asked to stop. */
@ExtendWith(StageExtension.class)
final class ReplicasIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final List<Worker> replicas = new ArrayList<>();

  @AfterEach
  void stopReplicas(Stage stage) {
    stage.feishu().script().stop(Kind.SUBMIT);
    replicas.forEach(Worker::close);
  }

  @Test
  void killedAtRandomTimes(Stage stage) {
    Random random = new Random(stage.size().seed());
    start(stage, 3);
    stage.feishu().script().always(Kind.SUBMIT, slow());
    Row row = new Row(stage, "2 kill -9 at random times, 3 replicas under load");
    for (int kill = 0; kill < stage.size().of(5, 25); kill++) {
      int before = stage.feishu().submissions().size();
      row.start(Models.SUBMIT, 20, ReplicasIT::byRecord);
      int moment = random.nextInt(12);
      Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(5))
          .until(() -> stage.feishu().submissions().size() >= before + moment);
      Worker victim = replicas.remove(random.nextInt(replicas.size()));
      victim.process().kill();
      victim.close();
      start(stage, 1);
      stage.broker().moveClock(Duration.ofSeconds(61)); // also ends leases of those who live
      row.settle(PATIENCE);
    }
    row.verdict();
  }

  @Test
  void askedToStopOneAfterTheOther(Stage stage) {
    start(stage, 2);
    stage.feishu().script().always(Kind.SUBMIT, slow());
    Row row = new Row(stage, "24 SIGTERM under load, one replica after the other");
    for (int round = 0; round < stage.size().of(3, 15); round++) {
      int before = stage.feishu().submissions().size();
      row.start(Models.SUBMIT, 40, Run::delivered);
      Waiting.until(() -> stage.feishu().submissions().size() >= before + 5);
      Worker leaving = replicas.removeFirst();
      long asked = System.nanoTime();
      assertThat(leaving.process().terminate(60)).as("exit status").isEqualTo(128 + 15);
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(30));
      leaving.close();
      start(stage, 1);
      row.settle(Duration.ofSeconds(10));
      stage.broker().moveClock(Duration.ofSeconds(61)); // jobs handed out to the one that left
      row.settle(PATIENCE);
    }
    row.verdict();
  }

  private void start(Stage stage, int count) {
    stage.worker().gateway().keepJobs();
    List<Worker> started = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      started.add(stage.newWorker(Map.of("FEISHU_REPLICAS", "3")));
    }
    started.forEach(worker -> worker.awaitReady().gateway().giveJobs());
    replicas.addAll(started);
  }

  private static Run byRecord(String candidate) {
    return new Run(candidate, Set.of(End.SUBMITTED, End.INCIDENT), 0, 1, Doubt.BY_RECORD);
  }

  /** Feishu takes its time, so that there is something to interrupt. */
  private static Turn slow() {
    return Turn.late(Duration.ofMillis(300));
  }
}

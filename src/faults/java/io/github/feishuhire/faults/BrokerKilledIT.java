package io.github.feishuhire.faults;

import io.github.feishuhire.faults.engine.Worker;
import io.github.feishuhire.faults.oracle.Run;
import io.github.feishuhire.faults.oracle.Run.Doubt;
import io.github.feishuhire.faults.oracle.Run.End;
import io.github.feishuhire.testbed.feishu.Gate;
import io.github.feishuhire.testbed.feishu.Turn;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** SIGKILL for the broker while jobs are at work; it comes back with what it had stored. */
@ExtendWith(StageExtension.class)
final class BrokerKilledIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration PAST_THE_LEASE = Duration.ofSeconds(61);

  /**
   * A minute does not pass for the worker when the broker's clock is moved: it would go on with
   * what it has in hand, beside whoever gets the same jobs again.
   */
  private static final Duration FOR_THOSE_IN_HAND = Duration.ofSeconds(20);

  @Test
  void underLoad(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "15 kill -9 of the broker under load");
    int killed = stage.size().of(3, 8);
    for (int round = 0; round < killed; round++) {
      stage.worker().gateway().keepJobs();
      row.start(Models.SUBMIT, 60, BrokerKilledIT::byRecord);
      int before = stage.feishu().submissions().size();
      stage.worker();
      Waiting.until(() -> stage.feishu().submissions().size() >= before + 15);
      stage.broker().kill();
      stage.broker().start();
      row.settle(FOR_THOSE_IN_HAND);
      stage.broker().moveClock(PAST_THE_LEASE); // jobs handed out that never arrived
      row.settle(PATIENCE);
    }
    row.verdict();
  }

  @Test
  void claimsAreStillThere(Stage stage) {
    Row row = new Row(stage, "15 kill -9 of the broker, then of the worker: claims survive");
    for (int round = 0; round < stage.size().of(2, 4); round++) {
      Worker worker = stage.worker();
      row.calm();
      Gate gate = new Gate();
      row.submit(Row.AT_ONCE, Turn.held(gate), candidate -> Run.doubted(candidate, 1));
      Waiting.until(() -> gate.arrived() == Row.AT_ONCE);
      stage.broker().kill();
      worker.process().kill();
      gate.open();
      stage.broker().start();
      stage.worker();
      stage.broker().moveClock(PAST_THE_LEASE);
      row.settle(PATIENCE);
    }
    row.verdict();
  }

  private static Run byRecord(String candidate) {
    return new Run(candidate, Set.of(End.SUBMITTED, End.INCIDENT), 0, 1, Doubt.BY_RECORD);
  }
}

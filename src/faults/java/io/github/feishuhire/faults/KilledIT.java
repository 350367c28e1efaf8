package io.github.feishuhire.faults;

import static io.github.feishuhire.faults.engine.Method.ACTIVATE_JOBS;
import static io.github.feishuhire.faults.engine.Method.COMPLETE_JOB;
import static io.github.feishuhire.faults.engine.Method.SET_VARIABLES;
import static io.github.feishuhire.faults.engine.Moment.AFTER_BROKER;
import static io.github.feishuhire.faults.engine.Moment.BEFORE_BROKER;

import io.github.feishuhire.faults.engine.Hold;
import io.github.feishuhire.faults.engine.Method;
import io.github.feishuhire.faults.engine.Moment;
import io.github.feishuhire.faults.engine.Worker;
import io.github.feishuhire.faults.oracle.Run;
import io.github.feishuhire.testbed.feishu.Gate;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * SIGKILL at every point of a job that can be seen from outside. All jobs of a row are held at the
 * point, then the worker dies, then the broker's clock ends their leases and another worker gets
 * them.
 */
@ExtendWith(StageExtension.class)
abstract class KilledIT {

  private final String row;

  /**
   * @param row how the names of its rows begin
   */
  KilledIT(String row) {
    this.row = row;
  }

  /** Where it is played. */
  abstract Stage on(Stage main);

  /** How often at each point. */
  abstract int rounds(Size size);

  @Test
  void jobsHandedOutButNeverArrived(Stage main) {
    atBroker(main, "jobs handed out", ACTIVATE_JOBS, AFTER_BROKER, Run::delivered);
  }

  @Test
  void waitingForTheToken(Stage main) {
    Stage stage = on(main);
    Row row = new Row(stage, row("waiting for the token"));
    stage.worker().gateway().keepJobs();
    Worker victim = stage.newWorker(Map.of()).awaitReady();
    Gate gate = new Gate();
    stage.feishu().script().always(Kind.TOKEN, Turn.held(gate));
    List<String> candidates =
        row.start(Models.SUBMIT, rounds(stage.size()) * Row.AT_ONCE, Run::delivered);
    victim.gateway().giveJobs();
    Waiting.until(() -> gate.arrived() > 0 && victim.gateway().handedOut().containsAll(candidates));
    victim.process().kill();
    stage.feishu().script().stop(Kind.TOKEN);
    gate.open();
    recover(stage, row);
    row.verdict();
  }

  @Test
  void claimNotYetAtTheBroker(Stage main) {
    atBroker(main, "claim not yet stored", SET_VARIABLES, BEFORE_BROKER, Run::delivered);
  }

  @Test
  void claimStored(Stage main) {
    atBroker(
        main,
        "claim stored, not yet acknowledged",
        SET_VARIABLES,
        AFTER_BROKER,
        candidate -> Run.doubted(candidate, 0));
  }

  @Test
  void headOfTheRequestRead(Stage main) {
    atFeishu(main, "in the middle of the request", Turn::heldBeforeBody, 0);
  }

  @Test
  void requestRead(Stage main) {
    atFeishu(main, "request read, not answered", Turn::held, 1);
  }

  @Test
  void completionNotYetAtTheBroker(Stage main) {
    atBroker(
        main,
        "reply read, completion not yet stored",
        COMPLETE_JOB,
        BEFORE_BROKER,
        candidate -> Run.doubted(candidate, 1));
  }

  @Test
  void completionStored(Stage main) {
    atBroker(
        main,
        "completion stored, not yet acknowledged",
        COMPLETE_JOB,
        AFTER_BROKER,
        Run::delivered);
  }

  private void atBroker(
      Stage main, String point, Method method, Moment moment, Function<String, Run> expectation) {
    Stage stage = on(main);
    Row row = new Row(stage, row(point));
    for (int round = 0; round < rounds(stage.size()); round++) {
      Worker victim = victim(stage, row);
      List<String> candidates = row.candidates(Row.AT_ONCE);
      Hold hold = victim.gateway().hold(new Hold(method, moment, Set.copyOf(candidates)));
      row.start(Models.SUBMIT, candidates, expectation);
      victim.gateway().giveJobs();
      Waiting.until(() -> hold.arrived() == candidates.size());
      victim.process().kill();
      hold.drop();
      recover(stage, row);
    }
    row.verdict();
  }

  private void atFeishu(Stage main, String point, Function<Gate, Turn> turn, int submissions) {
    Stage stage = on(main);
    Row row = new Row(stage, row(point));
    for (int round = 0; round < rounds(stage.size()); round++) {
      Worker victim = victim(stage, row);
      Gate gate = new Gate();
      row.submit(Row.AT_ONCE, turn.apply(gate), candidate -> Run.doubted(candidate, submissions));
      victim.gateway().giveJobs();
      Waiting.until(() -> gate.arrived() == Row.AT_ONCE);
      victim.process().kill();
      gate.open();
      recover(stage, row);
    }
    row.verdict();
  }

  /** The worker that dies; it has no jobs yet. */
  private static Worker victim(Stage stage, Row row) {
    Worker worker = stage.worker();
    row.calm();
    worker.gateway().keepJobs();
    return worker;
  }

  private static void recover(Stage stage, Row row) {
    stage.worker();
    stage.broker().moveClock(Duration.ofSeconds(61));
    row.settle(Duration.ofSeconds(60));
  }

  private String row(String point) {
    return row + ": " + point;
  }
}

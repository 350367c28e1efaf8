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
import io.github.feishuhire.faults.oracle.EngineEvent;
import io.github.feishuhire.faults.oracle.Run;
import io.github.feishuhire.faults.oracle.Run.Doubt;
import io.github.feishuhire.faults.oracle.Run.End;
import io.github.feishuhire.testbed.feishu.Gate;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Workers that come back after their leases: one that was stopped with a job at every point, one
 * that was cut off from the broker. What counts is their own lease, so the minute really passes.
 */
@ExtendWith(StageExtension.class)
final class LeaseOutlivedIT {

  private static final Duration PAST_THE_LEASE = Duration.ofSeconds(63);

  @Test
  void stoppedOrCutOff(Stage stage) {
    stage.worker().gateway().keepJobs();
    List<Worker> stopped = new ArrayList<>();
    for (int i = 0; i < stage.size().of(3, 4); i++) {
      stopped.add(stage.newWorker(Map.of()));
    }
    Worker cutOff = stage.newWorker(Map.of()).awaitReady();
    stopped.forEach(Worker::awaitReady);

    Row cut = new Row(stage, "16 broker out of reach until after the lease");
    Gate reply = new Gate();
    cutOff.gateway().giveJobs();
    List<String> late = cut.submit(Row.AT_ONCE, Turn.held(reply), LeaseOutlivedIT::recovered);
    Waiting.until(() -> reply.arrived() == late.size());
    cutOff.gateway().keepJobs();
    cutOff.gateway().cut();
    reply.open();

    Row row = new Row(stage, "3 SIGSTOP past the lease, at seven points");
    List<Points> points = stopped.stream().map(worker -> new Points(stage, row, worker)).toList();
    for (Points ofOne : points) {
      ofOne.reach();
      ofOne.worker.process().pause();
    }
    long end = System.nanoTime() + PAST_THE_LEASE.toNanos();
    stage.broker().moveClock(PAST_THE_LEASE);
    stage.worker();
    row.settle(Duration.ofSeconds(60));
    cut.settle(Duration.ofSeconds(60));
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> System.nanoTime() > end);

    Instant back = Instant.now();
    points.forEach(Points::release);
    stopped.forEach(worker -> worker.process().resume());
    cutOff.gateway().heal();
    Awaitility.await()
        .during(Duration.ofSeconds(8))
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                saysNothing(stage, cutOff, back)
                    && stopped.stream().allMatch(worker -> saysNothing(stage, worker, back)));
    row.verdict();

    Waiting.until(() -> cut.all(late, EngineEvent.Kind.CLAIM, "accepted"));
    late.forEach(cut::retry);
    cut.settle(Duration.ofSeconds(60)).verdict();
    stopped.forEach(Worker::close);
    cutOff.close();
  }

  private static boolean saysNothing(Stage stage, Worker worker, Instant since) {
    return stage.feishu().times(Kind.SUBMIT, worker.name()).stream().noneMatch(since::isBefore)
        && worker.gateway().commands().stream()
            .filter(command -> command.at().isAfter(since))
            .noneMatch(
                command ->
                    command.method() == Method.FAIL_JOB || command.method() == Method.THROW_ERROR);
  }

  /** A doubt until the worker could say what Feishu had answered. */
  private static Run recovered(String candidate) {
    return new Run(candidate, Set.of(End.SUBMITTED), 1, 1, Doubt.INJECTED);
  }

  /** The points of a job, each with a job of its own. */
  private static final class Points {

    private final Stage stage;
    private final Row row;
    private final Worker worker;
    private final List<Hold> holds = new ArrayList<>();
    private final Gate head = new Gate();
    private final Gate request = new Gate();

    Points(Stage stage, Row row, Worker worker) {
      this.stage = stage;
      this.row = row;
      this.worker = worker;
    }

    /** Returns when every job is at its point. */
    void reach() {
      hold(SET_VARIABLES, BEFORE_BROKER, Run::delivered);
      hold(SET_VARIABLES, AFTER_BROKER, candidate -> Run.doubted(candidate, 0));
      row.submit(1, Turn.heldBeforeBody(head), candidate -> Run.doubted(candidate, 0));
      row.submit(1, Turn.held(request), candidate -> Run.doubted(candidate, 1));
      hold(COMPLETE_JOB, BEFORE_BROKER, candidate -> Run.doubted(candidate, 1));
      hold(COMPLETE_JOB, AFTER_BROKER, Run::delivered);
      worker.gateway().giveJobs();
      Waiting.until(
          () ->
              holds.stream().allMatch(hold -> hold.arrived() == 1)
                  && head.arrived() == 1
                  && request.arrived() == 1);
      worker.gateway().keepJobs();
      Hold handedOut = hold(ACTIVATE_JOBS, AFTER_BROKER, Run::delivered);
      worker.gateway().giveJobs();
      Waiting.until(() -> handedOut.arrived() == 1);
    }

    private Hold hold(Method method, Moment moment, Function<String, Run> expectation) {
      List<String> candidates = row.candidates(1);
      Hold hold = worker.gateway().hold(new Hold(method, moment, Set.copyOf(candidates)));
      row.start(Models.SUBMIT, candidates, expectation);
      holds.add(hold);
      return hold;
    }

    /** Everything that was on its way arrives late. */
    void release() {
      holds.forEach(Hold::forward);
      head.open();
      request.open();
      stage.feishu().script().stop(Kind.SUBMIT);
    }
  }
}

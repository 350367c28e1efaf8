package io.github.feishuhire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.faults.engine.Worker;
import io.github.feishuhire.faults.oracle.Run;
import io.github.feishuhire.faults.oracle.Run.Doubt;
import io.github.feishuhire.faults.oracle.Run.End;
import io.github.feishuhire.testbed.feishu.Gate;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.Turn;
import io.github.feishuhire.testbed.feishu.Wires;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A doubt is shown to a person, who can end it in every way there is. */
@ExtendWith(StageExtension.class)
final class IncidentsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String DUPLICATE =
      """
      {"code":0,"data":{"status":3,"status_msg":"same application exist","extra_info":"7000000000000000009"}}""";

  @Test
  void killedBetweenReadingAndAnsweringThenResolved(Stage stage) {
    Row row = new Row(stage, "18 after kill -9: submit again, or it had arrived");
    for (int round = 0; round < stage.size().of(1, 4); round++) {
      killedBetweenReadingAndAnswering(stage, row);
    }
    row.verdict();
  }

  private static void killedBetweenReadingAndAnswering(Stage stage, Row row) {
    Worker victim = stage.worker();
    row.calm();
    Gate gate = new Gate();
    int count = Row.AT_ONCE / 2;
    List<String> again = row.submit(count, Turn.held(gate), candidate -> submitted(candidate, 2));
    List<String> arrived = row.submit(count, Turn.held(gate), candidate -> submitted(candidate, 1));
    Waiting.until(() -> gate.arrived() == 2 * count);
    victim.process().kill();
    gate.open();
    stage.worker();
    stage.broker().moveClock(Duration.ofSeconds(61));
    row.settle(PATIENCE);

    again.forEach(candidate -> assertThat(row.end(candidate)).isEqualTo(End.INCIDENT));
    again.forEach(
        candidate ->
            assertThat(row.incident(candidate).detail())
                .doesNotContain("\n")
                .contains(
                    "{\"state\":\"released\"}", "{\"state\":\"accepted\",\"application_id\":"));
    again.forEach(candidate -> row.resolve(candidate, Map.of("state", "released")));
    arrived.forEach(
        candidate ->
            row.resolve(
                candidate,
                Map.of("state", "accepted", "task_id", stage.feishu().taskOf(candidate))));
    row.settle(PATIENCE);
  }

  @Test
  void inThreeWays(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "18 submit again, it had arrived, abandon");
    Turn lost = Turn.unclear(true, Wires.reset());
    int count = stage.size().of(3, 30);
    List<String> again = row.submitAmongOthers(count, lost, candidate -> submitted(candidate, 2));
    List<String> arrived = row.submitAmongOthers(count, lost, candidate -> submitted(candidate, 1));
    List<String> abandoned =
        row.submitAmongOthers(
            count,
            lost,
            candidate -> new Run(candidate, Set.of(End.CANCELLED), 1, 1, Doubt.INJECTED));
    row.settle(PATIENCE);
    again.forEach(candidate -> row.resolve(candidate, Map.of("state", "released")));
    arrived.forEach(
        candidate ->
            row.resolve(
                candidate,
                Map.of("state", "accepted", "task_id", stage.feishu().taskOf(candidate))));
    abandoned.forEach(row::cancel);
    row.settle(PATIENCE).verdict();
  }

  @Test
  void twoInstancesForOneCandidateAtOnce(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "22 two instances, same candidate and job, at once");
    AtomicInteger asked = new AtomicInteger();
    stage
        .feishu()
        .script()
        .always(
            Kind.TASK,
            new Turn(
                true,
                true,
                Turn.usual().answer(),
                (socket, usual) ->
                    asked.incrementAndGet() % 2 == 1
                        ? Wires.usual().play(socket, usual)
                        : Wires.json(200, DUPLICATE).play(socket, usual)));
    row.start(Models.SUBMIT_AND_AWAIT, 2 * stage.size().of(25, 100), Run::delivered);
    row.settle(PATIENCE).verdict();
    stage.feishu().script().stop(Kind.TASK);
  }

  private static Run submitted(String candidate, int submissions) {
    return new Run(candidate, Set.of(End.SUBMITTED), submissions, submissions, Doubt.INJECTED);
  }
}

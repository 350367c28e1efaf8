package io.github.feishuhire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.faults.oracle.EngineEvent;
import io.github.feishuhire.faults.oracle.Run;
import io.github.feishuhire.faults.oracle.Run.Doubt;
import io.github.feishuhire.faults.oracle.Run.End;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.Turn;
import io.github.feishuhire.testbed.feishu.Wire;
import io.github.feishuhire.testbed.feishu.Wires;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Feishu refuses everything as too fast for a while: nothing is lost, no retry is used up. */
@ExtendWith(StageExtension.class)
final class ThrottlingIT {

  @Test
  void storms(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "10 everything throttled, four forms of the reply");
    List<Wire> forms =
        List.of(
            Wires.throttled(429, "2"),
            Wires.throttled(400, "5"),
            Wires.throttled(429, ""),
            Wires.throttled(400, "soon"));
    for (Wire form : forms) {
      int before = stage.feishu().submissions().size();
      stage.feishu().script().always(Kind.SUBMIT, Turn.refused(form));
      List<String> candidates =
          row.start(Models.SUBMIT, stage.size().of(30, 125), ThrottlingIT::delivered);
      Waiting.until(() -> stage.feishu().submissions().size() >= before + 5);
      stage.feishu().script().stop(Kind.SUBMIT);
      row.settle(Duration.ofMinutes(4));
      candidates.forEach(candidate -> assertNoRetryUsed(row, candidate));
    }
    row.verdict();
  }

  private static Run delivered(String candidate) {
    return new Run(candidate, Set.of(End.SUBMITTED), 1, 100, Doubt.NONE);
  }

  private static void assertNoRetryUsed(Row row, String candidate) {
    assertThat(row.events(candidate))
        .filteredOn(event -> event.kind() == EngineEvent.Kind.JOB_FAILED)
        .allSatisfy(event -> assertThat(event.detail()).isEqualTo("3"));
  }
}

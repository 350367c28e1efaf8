package io.github.feishuhire.faults;

import io.github.feishuhire.faults.oracle.Run;
import io.github.feishuhire.faults.oracle.Run.Doubt;
import io.github.feishuhire.faults.oracle.Run.End;
import io.github.feishuhire.testbed.feishu.Turn;
import io.github.feishuhire.testbed.feishu.Wires;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whole replies that say yes, no, or neither. */
@ExtendWith(StageExtension.class)
final class RepliesIT {

  private static final List<Integer> REFUSALS =
      List.of(1002002, 1002007, 1002009, 1002011, 1002509, 1002510, 1002508);

  private static final List<String> BODIES =
      List.of(
          "{\"code\":7654321,\"msg\":\"?\"}",
          "{\"code\":\"0\",\"data\":{\"task_id\":\"canary\"}}",
          "{\"code\":0,\"msg\":\"success\"}",
          "{\"code\":0,\"data\":{}}",
          "{\"code\":0,\"data\":{\"task_id\":7}}",
          "{\"code\":0,\"data\":[]}",
          "[]",
          "null",
          "");

  @Test
  void codesAndBodies(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "14 codes in HTTP 200 and 400, code as text, HTML, missing data");
    for (int round = 0; round < stage.size().of(3, 12); round++) {
      for (int code : REFUSALS) {
        row.submit(1, Turn.refused(Wires.code(200, code)), RepliesIT::refused);
        row.submit(1, Turn.refused(Wires.code(400, code)), RepliesIT::refused);
      }
      row.submit(1, Turn.refused(Wires.code(400, 7654321)), RepliesIT::refused);
      for (String body : BODIES) {
        row.submitAmongOthers(1, Turn.unclear(true, Wires.json(200, body)), c -> Run.doubted(c, 1));
      }
      row.submitAmongOthers(1, Turn.unclear(true, Wires.html(200)), c -> Run.doubted(c, 1));
      row.submitAmongOthers(1, Turn.unclear(false, Wires.html(400)), c -> Run.doubted(c, 1));
      row.settle(Duration.ofSeconds(60));
    }
    row.verdict();
  }

  private static Run refused(String candidate) {
    return new Run(candidate, Set.of(End.BPMN_ERROR), 1, 1, Doubt.NONE);
  }
}

package io.github.feishuhire.faults;

import io.github.feishuhire.faults.oracle.Run;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.Submission.Answer;
import io.github.feishuhire.testbed.feishu.Turn;
import io.github.feishuhire.testbed.feishu.Wires;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Feishu closes a connection after a whole reply, as every server does at some time. */
@ExtendWith(StageExtension.class)
final class IdleConnectionsIT {

  @Test
  void closedAfterEachReply(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "5 connection closed after each reply, one submission at a time");
    Turn last =
        new Turn(
            true,
            true,
            Answer.YES,
            (socket, usual) -> {
              boolean unused = Wires.usual().play(socket, usual);
              return false;
            });
    stage.feishu().script().always(Kind.SUBMIT, last);
    try {
      for (int i = 0; i < stage.size().of(20, 100); i++) {
        row.start(Models.SUBMIT, 1, Run::delivered);
        row.settle(Duration.ofSeconds(20));
      }
    } finally {
      stage.feishu().script().stop(Kind.SUBMIT);
    }
    row.verdict();
  }
}

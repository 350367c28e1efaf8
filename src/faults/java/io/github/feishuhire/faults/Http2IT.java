package io.github.feishuhire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.faults.engine.Worker;
import io.github.feishuhire.faults.oracle.Run;
import io.github.feishuhire.testbed.feishu.SecureFront;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A server that speaks HTTP/2 can say that it has not even looked at a request. */
@ExtendWith(StageExtension.class)
final class Http2IT {

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void whatWasNotProcessedIsNoDoubt(Stage main) {
    try (Stage stage = main.aside();
        SecureFront front = new SecureFront(stage.feishu(), Stage.FOLDER)) {
      Worker worker =
          stage
              .newWorker(
                  Map.of(
                      "FEISHU_BASE_URL", front.baseUrl("h2").toString(),
                      "JDK_JAVA_OPTIONS", String.join(" ", front.trust())))
              .awaitReady();
      Row row = new Row(stage, "TLS, HTTP/2 offered: GOAWAY, REFUSED_STREAM");
      List<String> candidates =
          row.start(Models.SUBMIT, stage.size().of(100, 1000), Run::delivered);
      worker.gateway().giveJobs();
      row.settle(Duration.ofMinutes(3)).verdict();
      assertThat(front.requests()).as("requests over TLS").isGreaterThan(candidates.size());
      assertThat(stage.feishu().submissions()).hasSameSizeAs(candidates);
    }
  }
}

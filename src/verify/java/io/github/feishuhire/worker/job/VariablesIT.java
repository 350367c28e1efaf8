package io.github.feishuhire.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The variables of a job, which can be as large as a resume. */
final class VariablesIT {

  @Test
  void areNotHeldWhileTheOperationRuns() {
    try (var engine = new FussyEngine()) {
      OneRun run = new OneRun(engine);
      AtomicBoolean free = new AtomicBoolean();

      run.submit(
          false,
          "{}",
          () -> {
            await().until(() -> !run.isHeld());
            free.set(true);
          });

      assertThat(free).isTrue();
      assertThat(run.ended("completed")).isOne();
    }
  }
}

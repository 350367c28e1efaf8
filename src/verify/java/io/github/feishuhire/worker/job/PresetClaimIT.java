package io.github.feishuhire.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.github.feishuhire.worker.job.FussyEngine.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A claim that is there when a job comes for the first time, and who may have set it. */
final class PresetClaimIT {

  private static final String YES =
      "{\"state\":\"accepted\",\"task_id\":\"%s\"}".formatted(OneRun.TASK_ID);
  private static final String YES_OF_A_WORKER =
      "{\"state\":\"accepted\",\"by\":\"worker\",\"task_id\":\"%s\"}".formatted(OneRun.TASK_ID);
  private static final String OURS = "\"" + OneRun.ELEMENT_INSTANCE + "\"";

  @RegisterExtension final JobLines log = new JobLines();

  private final FussyEngine engine = new FussyEngine();
  private final OneRun run = new OneRun(engine);

  @AfterEach
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"2251799813685301\"", "2251799813685300", "{}"})
  void fromAnotherScopeCompletesNothing(String owner) {
    submit(YES, owner);

    assertThat(run.submissions()).isOne();
    assertThat(engine.commands()).containsExactly(Command.SET_VARIABLES, Command.COMPLETE);
    assertThat(engine.last(Command.SET_VARIABLES).path("feishu_hire_submission_of").textValue())
        .isEqualTo(String.valueOf(OneRun.ELEMENT_INSTANCE));
    assertThat(run.ended("completed")).isOne();
  }

  @Test
  void fromAPersonIsToldAsOne() {
    submit(YES, OURS);

    assertThat(run.submissions()).isZero();
    assertThat(engine.last(Command.COMPLETE).path("task_id").textValue()).isEqualTo(OneRun.TASK_ID);
    assertThat(log.at(Level.INFO))
        .singleElement()
        .asString()
        .contains("confirmed by a person", "task_id " + OneRun.TASK_ID);
    assertThat(run.ended("confirmed")).isOne();
    assertThat(run.ended("completed")).isZero();
  }

  @Test
  void fromAnEarlierRunOfTheWorkerIsTheResultItself() {
    submit(YES_OF_A_WORKER, OURS);

    assertThat(run.submissions()).isZero();
    assertThat(log.at(Level.INFO)).singleElement().asString().contains(": done, task_id");
    assertThat(run.ended("completed")).isOne();
  }

  @Test
  void fromAnotherScopeStaysADoubtThatThePersonWhoResolvesItOwns() {
    submit("{\"state\":\"sent\",\"attempt\":1,\"at\":\"2024-08-01T00:00:00Z\"}", "null");

    assertThat(run.submissions()).isZero();
    assertThat(engine.commands()).containsExactly(Command.SET_VARIABLES, Command.FAIL);
    assertThat(engine.last(Command.SET_VARIABLES).path("feishu_hire_submission_of").textValue())
        .isEqualTo(String.valueOf(OneRun.ELEMENT_INSTANCE));
    assertThat(engine.last(Command.FAIL).path("retries").intValue()).isZero();
  }

  @Test
  void withAnIdThatIsNoneIsAskedForAgainAndNotRepeated() {
    submit("{\"state\":\"accepted\",\"task_id\":\"Zhang San 13900139000\"}", OURS);

    assertThat(run.submissions()).isZero();
    assertThat(engine.last(Command.FAIL).path("errorMessage").textValue())
        .contains("cannot be understood")
        .doesNotContain("Zhang");
    assertThat(log.at(Level.ERROR)).singleElement().asString().doesNotContain("Zhang");
  }

  private void submit(String claim, String owner) {
    String variables =
        "{\"feishu_hire_submission\":%s,\"feishu_hire_submission_of\":%s}".formatted(claim, owner);
    run.submit(false, variables, () -> {});
  }
}

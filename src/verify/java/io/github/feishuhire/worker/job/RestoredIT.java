package io.github.feishuhire.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.testbed.engine.FussyEngine;
import io.github.feishuhire.testbed.engine.FussyEngine.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The submission of process instance 3 to an engine that was restored from a backup. */
final class RestoredIT {

  private static final long LATER = 4;
  private static final long EARLIER = 3;
  private static final String OWNER = "\"" + OneRun.ELEMENT_INSTANCE + "\"";

  private final FussyEngine engine = new FussyEngine();
  private final OneRun run = new OneRun(engine);

  @AfterEach
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{\"state\":\"released\",\"attempt\":1}",
        "{\"state\":\"released\",\"attempt\":1,\"restored\":\"2\"}"
      })
  void isInDoubtWhenTheInstanceIsFromBefore(String claim) {
    run.restoredAt(LATER);

    submit(claim, OWNER);

    assertThat(run.submissions()).isZero();
    assertThat(engine.commands()).containsExactly(Command.SET_VARIABLES, Command.FAIL);
    assertThat(engine.last(Command.FAIL).path("retries").intValue()).isZero();
    assertThat(written().path("state").textValue()).isEqualTo("sent");
  }

  @Test
  void isInDoubtWhateverAnotherScopeSays() {
    run.restoredAt(LATER);

    submit("{\"state\":\"released\"}", "null");

    assertThat(run.submissions()).isZero();
  }

  @Test
  void isInDoubtForAllInstancesOfAPartitionWithoutAKey() {
    run.restoredAt((2L << 51) + 1);

    submit("null", OWNER);

    assertThat(run.submissions()).isZero();
  }

  @Test
  void isMadeWhenTheInstanceIsFromAfterwards() {
    run.restoredAt(EARLIER);

    submit("null", OWNER);

    assertThat(run.submissions()).isOne();
  }

  /** Whether the person writes what the incident says, or changes the state alone. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isMadeWhenAPersonHasReleasedIt(boolean anew) {
    run.restoredAt(LATER);
    submit("null", OWNER);
    ObjectNode released = anew ? JsonNodeFactory.instance.objectNode() : written().deepCopy();

    submit(released.put("state", "released").toString(), OWNER);

    assertThat(run.submissions()).isOne();
  }

  private JsonNode written() {
    return engine.last(Command.SET_VARIABLES).path("feishu_hire_submission");
  }

  private void submit(String claim, String owner) {
    String variables =
        "{\"feishu_hire_submission\":%s,\"feishu_hire_submission_of\":%s}".formatted(claim, owner);
    run.submit(false, variables, () -> {});
  }
}

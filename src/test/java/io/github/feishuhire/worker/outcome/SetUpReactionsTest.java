package io.github.feishuhire.worker.outcome;

import io.github.feishuhire.worker.delivery.SubmitWebsiteDelivery;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feishuhire.api.FeishuFailure.SetUpFault;
import io.github.feishuhire.worker.input.InvalidHeaderException;
import io.github.feishuhire.worker.input.TaskHeaders;
import io.github.feishuhire.worker.outcome.Outcome.Failed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only the person who runs the connector, or who drew the model, can mend. */
final class SetUpReactionsTest {

  private final Reactions reactions = new Reactions(new Words(Language.EN), () -> 0);

  @ParameterizedTest
  @CsvSource({
    "10003, app id and secret",
    "10014, app id and secret",
    "10015, app id and secret",
    "99991543, app id and secret",
    "99991401, allow-list",
    "99991403, quota",
    "99991661, token",
    "99991662, disabled",
    "99991663, token",
    "99991664, token",
    "99991665, token",
    "99991671, token",
    "99991672, permission",
    "99991673, installed",
    "99991676, permission"
  })
  void isAnIncidentAtOnceThatSaysWhatToDo(int code, String about) {
    SetUpFault fault = new SetUpFault(code, "20240802-log", List.of());

    Failed outcome = (Failed) reactions.to(fault, Attempts.with("connection", "lark"));

    assertThat(outcome.retries()).isZero();
    assertThat(outcome.backoff()).isEqualTo(Duration.ZERO);
    assertThat(outcome.message())
        .startsWith("Submit Website Delivery: ")
        .contains(about, "\"lark\"", "retry this incident", "code " + code, "20240802-log")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {99991672, 99991676})
  void namesEachMissingScope(int code) {
    SetUpFault fault =
        new SetUpFault(code, null, List.of("hire:site_application", "hire:attachment"));

    Failed outcome = (Failed) reactions.to(fault, Attempts.first());

    assertThat(outcome.message())
        .contains("hire:site_application, hire:attachment")
        .hasLineCount(1);
  }

  @Test
  void namesAConnectionThatIsNotThereAndThoseThatAre() {
    Failed outcome =
        (Failed)
            reactions.unknownConnection(
                Attempts.with("connection", "larck"), List.of("default", "lark"));

    assertThat(outcome.retries()).isZero();
    assertThat(outcome.message())
        .startsWith("Submit Website Delivery: ")
        .contains("\"larck\"", "default, lark")
        .hasLineCount(1);
  }

  @Test
  void saysWhichHeaderIsWrongAndWhatItMayBe() {
    InvalidHeaderException invalid =
        catchThrowableOfType(
            InvalidHeaderException.class, () -> TaskHeaders.of(Map.of("onDoubt", "shrug")));

    Failed outcome = (Failed) reactions.to(invalid, SubmitWebsiteDelivery.TASK);

    assertThat(outcome.retries()).isZero();
    assertThat(outcome.message())
        .startsWith("Submit Website Delivery: ")
        .contains("onDoubt", "incident, bpmn-error, resubmit")
        .hasLineCount(1);
  }
}

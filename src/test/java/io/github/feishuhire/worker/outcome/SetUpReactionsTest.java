package io.github.feishuhire.worker.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feishuhire.api.FeishuFailure.SetUpFault;
import io.github.feishuhire.api.SetUpCause;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.delivery.SubmitWebsiteDelivery;
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
    "CREDENTIALS, app id and secret",
    "APP_ID, app id and secret",
    "SECRET, app id and secret",
    "APP_DISABLED, disabled",
    "APP_NOT_INSTALLED, installed",
    "ADDRESS, allow-list",
    "MONTHLY_QUOTA, quota",
    "SCOPE, permission",
    "TOKEN_REFUSED, token",
    "NO_TOKEN, token"
  })
  void isAnIncidentAtOnceThatSaysWhatToDo(SetUpCause cause, String about) {
    SetUpFault fault = new SetUpFault(cause, 99991234, "20240802-log", List.of());

    Failed outcome = (Failed) reactions.to(fault, Attempts.with("connection", "lark"));

    assertThat(outcome.retries()).isZero();
    assertThat(outcome.backoff()).isEqualTo(Duration.ZERO);
    assertThat(outcome.message())
        .startsWith("Submit Website Delivery: ")
        .contains(about, "\"lark\"", "retry this incident", "code 99991234", "20240802-log")
        .hasLineCount(1);
  }

  @Test
  void namesEachMissingScope() {
    SetUpFault fault =
        new SetUpFault(
            SetUpCause.SCOPE, 99991672, null, List.of("hire:site_application", "hire:attachment"));

    Failed outcome = (Failed) reactions.to(fault, Attempts.first());

    assertThat(outcome.message())
        .contains("hire:site_application, hire:attachment")
        .hasLineCount(1);
  }

  @Test
  void namesAConnectionThatIsNotThere() {
    Failed outcome = (Failed) reactions.unknownConnection(Attempts.with("connection", "larck"));

    assertThat(outcome.retries()).isZero();
    assertThat(outcome.message())
        .startsWith("Submit Website Delivery: ")
        .contains("\"larck\"")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\u0085", "\u2028", "\u2029", "\u202e", "\u001b[2K"})
  void aNameCannotBeginALineOfItsOwn(String between) {
    String forged = "2026-01-01 ERROR forged";

    Failed outcome =
        (Failed) reactions.unknownConnection(Attempts.with("connection", "a" + between + forged));

    assertThat(outcome.message()).contains("\"a?").contains(forged).hasLineCount(1);
    assertThat(outcome.message().chars()).noneMatch(Character::isISOControl);
    assertThat(outcome.message()).doesNotContain("\u2028", "\u2029", "\u202e");
  }

  @Test
  void saysForWhomAConnectionIsClosed() {
    Failed outcome =
        (Failed)
            reactions.notAdmitted(Attempts.with("connection", "lark"), "hire-candidate", "teamB");

    assertThat(outcome.retries()).isZero();
    assertThat(outcome.message())
        .startsWith("Submit Website Delivery: ")
        .contains("\"lark\"", "\"hire-candidate\"", "\"teamB\"")
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

package io.github.feishuhire.worker.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.outcome.Outcome.BpmnError;
import io.github.feishuhire.worker.outcome.Outcome.Failed;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A submission may have arrived: nobody submits again without being told. */
final class DoubtReactionsTest {

  private static final String AT = "2024-08-02T03:04:05Z";
  private static final String[] WAY_OUT = {
    "feishu_hire_submission",
    "{\"state\":\"released\"}",
    "{\"state\":\"accepted\",\"application_id\":\"...\"}",
    "retry this incident"
  };

  private final DoubtReactions reactions = in(Language.EN);

  @Test
  void isAnIncidentThatSaysHowAPersonResolvesIt() {
    Failed outcome = (Failed) reactions.to(Attempts.first(), AT);

    assertThat(outcome.retries()).isZero();
    assertThat(outcome.backoff()).isEqualTo(Duration.ZERO);
    assertThat(outcome.message())
        .startsWith("Submit Website Delivery: ")
        .contains("2024-08-02 03:04:05 UTC")
        .contains(WAY_OUT)
        .hasLineCount(1);
  }

  @Test
  void tellsTheTimeAsTheReadersClockShowsIt() {
    Failed outcome = (Failed) in(Language.ZH_CN).to(Attempts.first(), AT);

    assertThat(outcome.message()).contains("2024-08-02 11:04:05（北京时间）").doesNotContain(AT);
  }

  @Test
  void showsATimeThatAPersonWroteAsItIs() {
    Failed outcome = (Failed) reactions.to(Attempts.first(), "2024-08-02");

    assertThat(outcome.message()).contains("submission of 2024-08-02 reached");
  }

  @Test
  void isAnIncidentAlsoWhenNobodyKnowsTheTime() {
    Failed outcome = (Failed) reactions.to(Attempts.first(), null);

    assertThat(outcome.message()).doesNotContain("null").contains(WAY_OUT).hasLineCount(1);
  }

  @Test
  void isABpmnErrorWhereTheDesignerWantsIt() {
    BpmnError outcome = (BpmnError) reactions.to(Attempts.with("onDoubt", "bpmn-error"), AT);

    assertThat(outcome.error().code().code()).isEqualTo("FEISHU_HIRE_SUBMISSION_IN_DOUBT");
    assertThat(outcome.error().message())
        .startsWith("Submit Website Delivery: ")
        .contains("2024-08-02 03:04:05 UTC", "catches this error", "this task has ended")
        .contains("nothing catches it", "{\"state\":\"released\"}")
        .hasLineCount(1);
    assertThat(outcome.variables()).isEmpty();
  }

  @Test
  void isOneMoreTryWhereTheDesignerAcceptsADuplicate() {
    Failed outcome = (Failed) reactions.to(Attempts.with("onDoubt", "resubmit"), AT);

    assertThat(outcome.retries()).isEqualTo(2);
    assertThat(outcome.backoff()).isEqualTo(Duration.ofSeconds(10));
    assertThat(outcome.message())
        .startsWith("Submit Website Delivery: ")
        .contains("2024-08-02 03:04:05 UTC", "tries left: 2")
        .hasLineCount(1);
  }

  @Test
  void asksNobodyToActWhileItSubmitsAgainByItself() {
    Failed outcome = (Failed) reactions.to(Attempts.with("onDoubt", "resubmit"), AT);

    assertThat(outcome.message()).doesNotContain("feishu_hire_submission", "incident");
  }

  @Test
  void submittingAgainEndsInAnIncidentWhenTheRetriesAreUsedUp() {
    Failed outcome = (Failed) reactions.to(Attempts.of(1, 3, Map.of("onDoubt", "resubmit")), AT);

    assertThat(outcome.retries()).isZero();
    assertThat(outcome.message()).contains("retry this incident").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"incident", "bpmn-error", "resubmit"})
  void isAnIncidentWhateverTheDesignerChoseWhenTheClaimCannotBeRead(String onDoubt) {
    Failed outcome = (Failed) reactions.unreadableClaim(Attempts.with("onDoubt", onDoubt));

    assertThat(outcome.retries()).isZero();
    assertThat(outcome.message()).contains(WAY_OUT).hasLineCount(1);
  }

  private static DoubtReactions in(Language language) {
    return new Reactions(new Words(language), () -> 0).doubts();
  }
}

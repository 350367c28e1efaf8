package io.github.feishuhire.worker.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.outcome.Outcome.Failed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A resume that is somewhere and was not handed over. */
final class SourceReactionsTest {

  private final Reactions reactions = new Reactions(new Words(Language.EN), () -> 0);

  @ParameterizedTest
  @EnumSource(
      names = {
        "STORE_UNAVAILABLE",
        "STORE_UNREACHABLE",
        "STORE_NOT_THERE",
        "URL_UNAVAILABLE",
        "NO_ROOM"
      })
  void whatMayComeBackIsTriedAgain(SourceTrouble trouble) {
    Failed outcome = (Failed) reactions.to(trouble, Attempts.first());

    assertThat(outcome.retries()).isEqualTo(2);
    assertThat(outcome.backoff()).isPositive();
    assertThat(outcome.message()).contains("tried again").hasLineCount(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"STORE_UNREACHABLE", "STORE_ADDRESS_MISSING", "STORE_NOT_THERE"})
  void whereTheStoreIsIsNamedAsASetting(SourceTrouble trouble) {
    Failed outcome = (Failed) reactions.to(trouble, Attempts.first());

    assertThat(outcome.message())
        .contains("camunda.client.rest-address", "CAMUNDA_CLIENT_REST_ADDRESS");
  }

  @ParameterizedTest
  @EnumSource(names = {"STORE_ADDRESS_MISSING", "STORE_ACCESS_DENIED", "STORE_MISSING"})
  void whatAPersonMustMendIsAnIncidentAtOnce(SourceTrouble trouble) {
    Failed outcome = (Failed) reactions.to(trouble, Attempts.first());

    assertThat(outcome.retries()).isZero();
    assertThat(outcome.message()).contains("retry this incident").hasLineCount(1);
  }
}

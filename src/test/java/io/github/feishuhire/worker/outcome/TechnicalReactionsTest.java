package io.github.feishuhire.worker.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Obstacle;
import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.outcome.Outcome.Failed;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes by itself: the job is failed, and tried again by the engine. */
final class TechnicalReactionsTest {

  private static final double MOST = Math.nextDown(1.0);

  private final Reactions reactions = reactions(0);

  static Stream<FeishuFailure> failures() {
    return Stream.concat(
        Stream.of(Reason.values()).map(reason -> new Unanswered(reason, 502, 0, null)),
        Stream.of(Obstacle.values())
            .filter(obstacle -> obstacle != Obstacle.INTERRUPTED)
            .map(NotSent::new));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void takesOneRetryAndWaits(FeishuFailure failure) {
    Failed outcome = (Failed) reactions.to(failure, Attempts.first());

    assertThat(outcome.retries()).isEqualTo(2);
    assertThat(outcome.backoff()).isEqualTo(Duration.ofSeconds(10));
    assertThat(outcome.message())
        .startsWith("Submit Website Delivery: ")
        .contains("tries left: 2")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isAnIncidentWhenTheRetriesAreUsedUp(FeishuFailure failure) {
    Failed outcome = (Failed) reactions.to(failure, Attempts.of(1, 3, Map.of()));

    assertThat(outcome.retries()).isZero();
    assertThat(outcome.message())
        .startsWith("Submit Website Delivery: ")
        .contains("used up", "retry this incident")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void neverLeavesFewerThanNoRetries(int retries) {
    Failed outcome =
        (Failed)
            reactions.to(new NotSent(Obstacle.UNKNOWN_HOST), Attempts.of(retries, 1, Map.of()));

    assertThat(outcome.retries()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"PT10S, 1, PT10S", "PT10S, 2, PT20S", "PT3S, 3, PT12S", "PT10S, 9, PT5M"})
  void waitsLongerAfterEachTry(String first, int number, Duration expected) {
    Attempt attempt = Attempts.of(9, number, Map.of("retryBackoff", first));

    Failed outcome = (Failed) reactions.to(new NotSent(Obstacle.TLS_FAILED), attempt);

    assertThat(outcome.backoff()).isEqualTo(expected);
  }

  @Test
  void spreadsTheWaiting() {
    Failed outcome = (Failed) reactions(0.5).to(new NotSent(Obstacle.TLS_FAILED), Attempts.first());

    assertThat(outcome.backoff()).isBetween(Duration.ofSeconds(8), Duration.ofMillis(9999));
  }

  @Test
  void saysWhatFeishuAnsweredWhenItAnswered() {
    Unanswered fault = new Unanswered(Reason.SERVER_FAULT, 500, 1002001, "20240802-log");

    Failed outcome = (Failed) reactions.to(fault, Attempts.first());

    assertThat(outcome.message()).contains("HTTP 500", "code 1002001", "20240802-log");
  }

  @ParameterizedTest
  @EnumSource(names = "INTERRUPTED", mode = EnumSource.Mode.EXCLUDE)
  void saysThatNothingWasSent(Obstacle obstacle) {
    Failed outcome = (Failed) reactions.to(new NotSent(obstacle), Attempts.first());

    assertThat(outcome.message()).contains("nothing was sent");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aJobThatTheStoppingWorkerDidNotGetToGoesBackAsItWas(int retries) {
    Failed outcome =
        (Failed) reactions.to(new NotSent(Obstacle.INTERRUPTED), Attempts.of(retries, 1, Map.of()));

    assertThat(outcome.retries()).isEqualTo(retries);
    assertThat(outcome.backoff()).isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aJobGivenBackIsAsItWas(int retries) {
    Failed outcome = (Failed) reactions.givenBack(Attempts.of(retries, 1, Map.of()));

    assertThat(outcome.retries()).isEqualTo(retries);
    assertThat(outcome.backoff()).isEqualTo(Duration.ZERO);
    assertThat(outcome.message()).startsWith("Submit Website Delivery: ").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void throttlingCostsNoRetryAndKeepsTheServersDelay(int retries) {
    Throttled throttled = new Throttled(Duration.ofSeconds(41), "20240802-log");
    Attempt attempt = Attempts.of(retries, 1, Map.of());

    Failed soonest = (Failed) reactions(0).to(throttled, attempt);
    Failed latest = (Failed) reactions(MOST).to(throttled, attempt);

    assertThat(soonest.retries()).isEqualTo(retries);
    assertThat(soonest.backoff()).isEqualTo(Duration.ofSeconds(41));
    assertThat(soonest.message())
        .startsWith("Submit Website Delivery: ")
        .contains("20240802-log")
        .hasLineCount(1);
    assertThat(latest.backoff()).isBetween(Duration.ofSeconds(41), Duration.ofSeconds(43));
  }

  @Test
  void aStoreThatIsAwayIsTriedAgain() {
    Failed outcome = (Failed) reactions.to(SourceTrouble.STORE_UNAVAILABLE, Attempts.first());

    assertThat(outcome.retries()).isEqualTo(2);
    assertThat(outcome.backoff()).isEqualTo(Duration.ofSeconds(10));
    assertThat(outcome.message()).startsWith("Submit Website Delivery: ").hasLineCount(1);
  }

  @Test
  void aFaultOfOurOwnIsTriedAgainWithoutItsWords() {
    RuntimeException fault = new IllegalStateException("resume of Zhang San\nat line 1");

    Failed outcome = (Failed) reactions.unforeseen(Attempts.first(), fault);

    assertThat(outcome.retries()).isEqualTo(2);
    assertThat(outcome.message())
        .contains("IllegalStateException")
        .doesNotContain("Zhang San")
        .hasLineCount(1);
  }

  private static Reactions reactions(double random) {
    return new Reactions(new Words(Language.EN), () -> random);
  }
}

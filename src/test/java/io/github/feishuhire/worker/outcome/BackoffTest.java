package io.github.feishuhire.worker.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackoffTest {

  private static final double LEAST = 0;
  private static final double MOST = Math.nextDown(1.0);

  @ParameterizedTest
  @CsvSource({
    "PT10S,  1, PT10S",
    "PT10S,  2, PT20S",
    "PT10S,  3, PT40S",
    "PT10S,  5, PT160S",
    "PT10S,  6, PT5M",
    "PT10S, 31, PT5M",
    "PT10S, 2147483647, PT5M",
    "PT0.25S, 2, PT0.5S",
    "PT5M,   1, PT5M",
    "P30D,   1, PT5M",
    "P30D, 99, PT5M"
  })
  void doublesEachTimeUpToFiveMinutes(Duration first, int attempt, Duration expected) {
    assertThat(Backoff.after(attempt, first, LEAST)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"PT10S, 1, PT8S", "PT10S, 2, PT16S", "PT10S, 99, PT4M"})
  void spreadsByAFifthAtMost(Duration first, int attempt, Duration shortest) {
    assertThat(Backoff.after(attempt, first, MOST))
        .isBetween(shortest.minusMillis(1), shortest.plusMillis(1));
  }

  @Test
  void spreadsJobsThatFailedTogether() {
    Duration first = Duration.ofSeconds(10);

    assertThat(Backoff.after(1, first, 0.25)).isNotEqualTo(Backoff.after(1, first, 0.75));
  }
}

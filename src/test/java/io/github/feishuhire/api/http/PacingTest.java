package io.github.feishuhire.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.Endpoint.Limit;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PacingTest {

  /** At the other end a window begins at any moment, and nobody's way takes the same time. */
  @ParameterizedTest
  @ValueSource(ints = {5, 19})
  void callsLeaveOneByOneAndNotInABunch(int calls) {
    Duration window = Duration.ofMillis(90);
    var pacing = new Pacing(List.of(new Limit(10, window)), QuotaShare.ALONE, Time.system());
    Instant begin = Time.system().now();

    for (int i = 0; i < calls; i++) {
      pacing.depart();
    }

    assertThat(Duration.between(begin, Time.system().now()))
        .isGreaterThanOrEqualTo(window.dividedBy(9).multipliedBy(calls - 1L));
  }
}

package io.github.feishuhire.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many jobs are fetched. */
final class JobPacingTest {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration LATE = Duration.ofMinutes(1);

  @Test
  void thoseWhoseTurnComesSoon() {
    JobPacing oneASecond = Duration::ofSeconds;

    assertThat(oneASecond.within(SOON, 32)).isEqualTo(5);
    assertThat(oneASecond.within(SOON, 3)).isEqualTo(3);
    assertThat(JobPacing.NONE.within(SOON, 32)).isEqualTo(32);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 32})
  void oneAloneNotBeforeItsTurn(int jobs) {
    JobPacing inAMoment = nth -> nth == 1 ? Duration.ofMillis(1) : LATE;
    JobPacing now = nth -> nth == 1 ? Duration.ZERO : LATE;

    assertThat(inAMoment.within(SOON, jobs)).isZero();
    assertThat(now.within(SOON, jobs)).isEqualTo(1);
  }

  @Test
  void noneWhenAllComeLate() {
    JobPacing late = nth -> LATE;

    assertThat(late.within(SOON, 32)).isZero();
  }

  @Test
  void oneForTheLastFreePlaceEvenBeforeItsTurn() {
    JobPacing oneASecond = Duration::ofSeconds;

    assertThat(oneASecond.within(SOON, 1)).isEqualTo(1);
  }
}

package io.github.feishuhire.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.worker.engine.PollListener.PollResult;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PollMetricsTest {

  private static final String TYPE = "feishu-hire:list-websites:1";

  private final MockClock clock = new MockClock();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
  private final PollMetrics metrics = new PollMetrics(registry);

  private double answeredAt() {
    return registry.get("feishu.hire.poll.answered.time").tag("type", TYPE).gauge().value();
  }

  @Test
  void aTypeIsSeenBeforeItsFirstAnswer() {
    metrics.expect(TYPE);

    assertThat(answeredAt()).isZero();
  }

  @Test
  void theTimeOfTheLastAnswerIsInSeconds() {
    clock.add(Duration.ofMillis(1_764_000_000_500L));
    double now = clock.wallTime() / 1e3;

    metrics.polled(TYPE, PollResult.ANSWERED);

    assertThat(answeredAt()).isEqualTo(now).isGreaterThan(1.7e9);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANSWERED")
  void whatIsNoAnswerIsCountedAndLeavesTheTime(PollResult result) {
    metrics.polled(TYPE, PollResult.ANSWERED);
    double before = answeredAt();
    clock.add(Duration.ofMinutes(1));

    metrics.polled(TYPE, result);

    assertThat(answeredAt()).isEqualTo(before);
    assertThat(
            registry
                .get("feishu.hire.polls")
                .tag("result", result.name().toLowerCase(Locale.ROOT))
                .counter()
                .count())
        .isOne();
  }
}

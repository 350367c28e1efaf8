package io.github.feishuhire.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.sandbox.Caller.Answer;
import io.github.feishuhire.sandbox.token.App;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RateLimitIT {

  private final MovableClock clock = new MovableClock();
  private final App other = new App("cli_other", "s", SandboxSettings.DEFAULT_APP.scopes());
  private final Sandbox sandbox =
      Sandbox.start(SandboxSettings.DEFAULT.withClock(clock).withApp(other));
  private final Caller caller = Caller.of(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void admitsFiftyInASecond() {
    admit(50);

    Answer refused = poll();

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo(99991400);
    assertThat(refused.header("x-ogw-ratelimit-limit")).contains("50");
    assertThat(refused.header("x-ogw-ratelimit-reset")).contains("1");
  }

  @Test
  void slidesTheWindow() {
    admit(25);
    clock.advance(Duration.ofMillis(600));
    admit(25);
    clock.advance(Duration.ofMillis(400));

    admit(25);

    assertThat(poll().status()).isEqualTo(429);
  }

  @Test
  void admitsAThousandInAMinute() {
    for (int second = 0; second < 20; second++) {
      admit(50);
      clock.advance(Duration.ofSeconds(1));
    }

    Answer refused = poll();

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("x-ogw-ratelimit-limit")).contains("1000");
    assertThat(refused.header("x-ogw-ratelimit-reset")).contains("40");
    clock.advance(Duration.ofSeconds(40));
    admit(50);
  }

  @Test
  void countsSiteUsersToTen() {
    IntStream.range(0, 10).forEach(n -> caller.post(Caller.SITE_USERS, "{}"));

    assertThat(caller.post(Caller.SITE_USERS, "{}").header("x-ogw-ratelimit-limit")).contains("10");
  }

  @Test
  void countsEachAppAndApiForItself() {
    admit(50);

    assertThat(caller.submit(Submission.example()).status()).isEqualTo(200);
    assertThat(Caller.of(sandbox, "cli_other", "s").task("unknown").code()).isEqualTo(1002008);
  }

  @Test
  void scalesAsTold() {
    try (Sandbox scaled =
        Sandbox.start(SandboxSettings.DEFAULT.withClock(clock).withRateLimitFactor(0.02))) {
      Caller slow = Caller.of(scaled);

      assertThat(slow.task("unknown").code()).isEqualTo(1002008);
      assertThat(slow.task("unknown").code()).isEqualTo(99991400);
    }
  }

  @Test
  void switchesOff() {
    try (Sandbox open =
        Sandbox.start(SandboxSettings.DEFAULT.withClock(clock).withoutRateLimits())) {
      Caller fast = Caller.of(open);

      assertThat(IntStream.range(0, 100).map(n -> fast.task("unknown").code()))
          .containsOnly(1002008);
    }
  }

  private void admit(int calls) {
    assertThat(IntStream.range(0, calls).map(n -> poll().code())).containsOnly(1002008);
  }

  private Answer poll() {
    return caller.task("unknown");
  }
}

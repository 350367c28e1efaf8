package io.github.feishuhire.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.sandbox.Caller.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenIT {

  private final MovableClock clock = new MovableClock();
  private final Sandbox sandbox = Sandbox.start(SandboxSettings.DEFAULT.withClock(clock));
  private final Caller caller = Caller.stranger(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void livesForTwoHours() {
    Answer answer = token();

    assertThat(answer.code()).isZero();
    assertThat(answer.text("/tenant_access_token")).startsWith("t-");
    assertThat(answer.json().path("expire").isInt()).isTrue();
    assertThat(answer.json().path("expire").intValue()).isEqualTo(7200);
  }

  @Test
  void comesBackWhileHalfAnHourIsLeft() {
    Answer first = token();

    clock.advance(Duration.ofMinutes(90));
    Answer second = token();

    assertThat(second.text("/tenant_access_token")).isEqualTo(first.text("/tenant_access_token"));
    assertThat(second.text("/expire")).isEqualTo("1800");
  }

  @Test
  void isRenewedInItsLastHalfHourAndBothAreGood() {
    Answer first = token();

    clock.advance(Duration.ofMinutes(91));
    Answer second = token();

    assertThat(second.text("/expire")).isEqualTo("7200");
    assertThat(second.text("/tenant_access_token"))
        .isNotEqualTo(first.text("/tenant_access_token"));
    assertThat(use(first)).isEqualTo(1002008);
    assertThat(use(second)).isEqualTo(1002008);
    clock.advance(Duration.ofMinutes(29));
    assertThat(use(first)).isEqualTo(99991663);
    assertThat(use(second)).isEqualTo(1002008);
  }

  @ParameterizedTest
  @CsvSource({
    "cli_unknown, sandbox-secret, 10014",
    "cli_sandbox00000001, wrong, 10015",
    "'', sandbox-secret, 10003",
    "malformed, sandbox-secret, 10003",
    "cli_sandbox00000001, '', 10003",
  })
  void isRefusedWithStatus200(String appId, String secret, int code) {
    Answer answer = caller.token(appId, secret);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "{"})
  void isRefusedWithoutCredentials(String body) {
    Answer answer = caller.post(Caller.TOKEN, body);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.code()).isEqualTo(10003);
  }

  @Test
  void isRefusedToADisabledApp() {
    sandbox.disableApp("cli_sandbox00000001");

    assertThat(token().code()).isEqualTo(10014);
  }

  private Answer token() {
    return caller.token("cli_sandbox00000001", "sandbox-secret");
  }

  private int use(Answer token) {
    return caller
        .withAuthorization("Bearer " + token.text("/tenant_access_token"))
        .task("unknown")
        .code();
  }
}

package io.github.feishuhire.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feishuhire.sandbox.Caller.Answer;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.gateway.RecordedRequest;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.ErrorCode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FaultIT {

  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = Caller.of(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void answersAnErrorCodeWithoutRunningTheRules() {
    next(Fault.error(ErrorCode.PROJECT_LIMIT_REACHED));

    Answer answer = submit();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(1002508);
    assertThat(answer.text("/error/log_id")).isNotEmpty();
    assertNothingExecuted();
  }

  @Test
  void answersAnyCodeWithAnyStatus() {
    next(Fault.error(200, 2200));

    Answer answer = submit();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.code()).isEqualTo(2200);
  }

  @Test
  void happensAsOftenAsOrdered() {
    sandbox.next(Api.CREATE_BY_ATTACHMENT, Fault.httpStatus(500), 2);

    assertThat(submit().status()).isEqualTo(500);
    assertThat(submit().status()).isEqualTo(500);
    assertThat(submit().status()).isEqualTo(200);
  }

  @Test
  void happensToItsOwnApiOnly() {
    next(Fault.httpStatus(500));

    assertThat(caller.task("unknown").code()).isEqualTo(1002008);
    sandbox.clearFaults();
    assertThat(submit().status()).isEqualTo(200);
  }

  @Test
  void answersAStatusWithoutAnEnvelope() {
    next(Fault.httpStatus(503));

    Answer answer = submit();

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("X-Tt-Logid")).isPresent();
  }

  @Test
  void throttlesWithAReset() {
    next(Fault.throttled(Duration.ofSeconds(7)));

    Answer answer = submit();

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.code()).isEqualTo(99991400);
    assertThat(answer.header("x-ogw-ratelimit-reset")).contains("7");
    assertNothingExecuted();
  }

  @Test
  void throttlesAsOlderApisDo() {
    next(Fault.throttled(400, "soon"));
    next(Fault.throttled(400, null));

    Answer garbage = submit();
    Answer missing = submit();

    assertThat(garbage.status()).isEqualTo(400);
    assertThat(garbage.header("x-ogw-ratelimit-reset")).contains("soon");
    assertThat(missing.code()).isEqualTo(99991400);
    assertThat(missing.header("x-ogw-ratelimit-reset")).isEmpty();
  }

  @Test
  void expiresTheToken() {
    next(Fault.tokenExpired());

    assertThat(submit().code()).isEqualTo(99991663);
    assertThat(submit().code()).isEqualTo(99991663);
    assertThat(Caller.of(sandbox).submit(Submission.example()).code()).isZero();
    assertThat(sandbox.tasks()).hasSize(1);
  }

  @Test
  void answersHtml() {
    next(Fault.html(502));

    Answer answer = submit();

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.header("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(answer.body()).startsWith("<html>");
  }

  @Test
  void answersRawBytes() {
    next(Fault.body(200, "application/json", ByteString.encodeUtf8("{\"code\":")));

    assertThat(submit().body()).isEqualTo("{\"code\":");
  }

  @Test
  void breaksOffWithinTheBody() {
    next(Fault.truncated());

    assertThatThrownBy(this::exchange).isInstanceOf(IOException.class);
    assertThat(sandbox.tasks()).hasSize(1);
  }

  @Test
  void breaksTheConnectionAfterTheRequest() {
    next(Fault.disconnect());

    assertThatThrownBy(this::exchange).isInstanceOf(IOException.class);
    assertNothingExecuted();
  }

  @Test
  void staysSilentUntilTheSandboxCloses() {
    next(Fault.silence());
    var silent = CompletableFuture.supplyAsync(this::submit);
    while (sandbox.requests(Api.CREATE_BY_ATTACHMENT).isEmpty()) {
      Thread.onSpinWait();
    }

    assertThat(silent).isNotDone();
    sandbox.close();
    assertThatThrownBy(silent::join)
        .isInstanceOf(CompletionException.class)
        .hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void tricklesTheBody() {
    next(Fault.slow(Duration.ofMillis(160)));

    Instant start = Instant.now();
    Answer answer = submit();

    assertThat(answer.code()).isZero();
    assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(150));
  }

  @Test
  void delaysTheReply() {
    next(Fault.delayed(Duration.ofMillis(100)));

    Instant start = Instant.now();
    Answer answer = submit();

    assertThat(answer.code()).isZero();
    assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(95));
  }

  @Test
  void hidesThatTheRulesRan() {
    next(Fault.httpStatus(500).executed());

    assertThat(submit().status()).isEqualTo(500);
    assertThat(sandbox.applications()).hasSize(1);
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT).getFirst().executed()).isTrue();
  }

  @Test
  void meetsTheTokenEndpointAsWell() {
    sandbox.next(Api.TENANT_ACCESS_TOKEN, Fault.error(200, 2200));

    assertThat(Caller.stranger(sandbox).token("cli_sandbox00000001", "sandbox-secret").code())
        .isEqualTo(2200);
  }

  private void next(Fault fault) {
    sandbox.next(Api.CREATE_BY_ATTACHMENT, fault);
  }

  private Answer submit() {
    return caller.submit(Submission.example());
  }

  private Answer exchange() throws IOException {
    return caller.exchange(
        "POST",
        Caller.SUBMIT,
        "application/json",
        BodyPublishers.ofString(Submission.example().json()));
  }

  private void assertNothingExecuted() {
    assertThat(sandbox.tasks()).isEmpty();
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT))
        .extracting(RecordedRequest::executed)
        .containsOnly(false);
  }
}

package io.github.feishuhire.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.sandbox.Caller.Answer;
import io.github.feishuhire.sandbox.gateway.RecordedRequest;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.token.App;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GatewayIT {

  private final MovableClock clock = new MovableClock();
  private final Sandbox sandbox =
      Sandbox.start(
          SandboxSettings.DEFAULT
              .withClock(clock)
              .withApp(new App("cli_reader", "s", Set.of("hire:site_application:readonly"))));

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/open-apis/hire/v1/websites/1/site_users/2", "/open-apis/hire/v2"})
  void doesNotKnowOtherPaths(String path) {
    Answer answer = Caller.of(sandbox).get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo(99991201);
  }

  @Test
  void refusesTheWrongMethod() {
    assertThat(Caller.of(sandbox).get(Caller.SUBMIT).code()).isEqualTo(99991301);
  }

  @Test
  void asksForAToken() {
    assertThat(Caller.stranger(sandbox).submit(Submission.example()).code()).isEqualTo(99991661);
  }

  @ParameterizedTest
  @CsvSource({
    "Basic dDp0, 99991661",
    "Bearer, 99991661",
    "Bearer abc, 99991671",
    "Bearer t-unknown, 99991663",
  })
  void refusesWhatIsNoToken(String authorization, int code) {
    Answer answer =
        Caller.stranger(sandbox).withAuthorization(authorization).submit(Submission.example());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(sandbox.tasks()).isEmpty();
  }

  @Test
  void refusesAnExpiredToken() {
    Caller caller = Caller.of(sandbox);

    clock.advance(Duration.ofHours(2));

    assertThat(caller.submit(Submission.example()).code()).isEqualTo(99991663);
  }

  @Test
  void refusesADisabledApp() {
    Caller caller = Caller.of(sandbox);

    sandbox.disableApp("cli_sandbox00000001");

    assertThat(caller.submit(Submission.example()).code()).isEqualTo(99991662);
  }

  @Test
  void namesTheMissingScope() {
    Answer answer = Caller.of(sandbox, "cli_reader", "s").submit(Submission.example());

    assertThat(answer.code()).isEqualTo(99991672);
    assertThat(answer.text("/error/permission_violations/0/type"))
        .isEqualTo("action_scope_required");
    assertThat(answer.text("/error/permission_violations/0/subject"))
        .isEqualTo("hire:site_application");
    assertThat(answer.text("/error/helps/0/url")).startsWith("https://open.feishu.cn/");
  }

  @Test
  void takesAnyOneOfTheScopes() {
    assertThat(Caller.of(sandbox, "cli_reader", "s").task("unknown").code()).isEqualTo(1002008);
  }

  @Test
  void identifiesEveryReply() {
    Caller caller = Caller.of(sandbox);
    Answer refused = caller.task("unknown");
    Answer accepted = caller.submit(Submission.example());

    assertThat(refused.header("X-Tt-Logid")).contains(refused.text("/error/log_id"));
    assertThat(accepted.header("X-Tt-Logid")).isPresent();
    assertThat(accepted.json().has("error")).isFalse();
    assertThat(accepted.header("Content-Type")).contains("application/json; charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "\"text\"", "{", "{} {}"})
  void refusesABodyThatIsNoJsonObject(String body) {
    Answer answer = Caller.of(sandbox).post(Caller.SUBMIT, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(9499);
  }

  @Test
  void remembersWhatArrivedInOrder() {
    Caller caller = Caller.of(sandbox);
    caller.submit(Submission.example());
    caller.task("unknown");

    assertThat(sandbox.requests())
        .extracting(request -> request.api().orElseThrow())
        .containsExactly(Api.TENANT_ACCESS_TOKEN, Api.CREATE_BY_ATTACHMENT, Api.GET_DELIVERY_TASK);
    assertThat(sandbox.requests())
        .extracting(RecordedRequest::executed)
        .containsExactly(true, true, false);
    RecordedRequest submitted = sandbox.requests(Api.CREATE_BY_ATTACHMENT).getFirst();
    assertThat(submitted.at()).isEqualTo(clock.instant());
    assertThat(submitted.method()).isEqualTo("POST");
    assertThat(submitted.path()).isEqualTo(Caller.SUBMIT);
    assertThat(submitted.headers()).containsKeys("authorization", "content-type");
    assertThat(submitted.json()).isEqualTo(Submission.example().tree());
  }

  @Test
  void printsNeitherTokensNorCandidates() {
    Caller.of(sandbox).submit(Submission.example());

    assertThat(sandbox.requests().toString())
        .doesNotContain("t-", "sandbox-secret", "foo@bytedance.com", "182900291190");
    assertThat(SandboxSettings.DEFAULT.toString()).doesNotContain("sandbox-secret");
  }
}

package io.github.feishuhire.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feishuhire.api.App;
import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Obstacle;
import io.github.feishuhire.api.FeishuFailure.SetUpFault;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.delivery.Deliveries;
import io.github.feishuhire.api.delivery.Drafts;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.gateway.RecordedRequest;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How calls and requests for tokens go together. */
final class TokenOnTheWireIT {

  private final HastyTime time = new HastyTime();
  private final AtomicInteger checkpoints = new AtomicInteger();
  private final CallOptions options =
      new CallOptions(Duration.ofMinutes(1), () -> checkpoints.incrementAndGet());
  private final Sandbox sandbox =
      Sandbox.start(SandboxSettings.DEFAULT.withoutRateLimits().withClock(time::now));
  private final Deliveries deliveries = deliveries(Apps.at(sandbox.baseUrl()));

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void sendsTheDocumentedRequest() {
    submit();

    RecordedRequest request = sandbox.requests(Api.TENANT_ACCESS_TOKEN).getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/open-apis/auth/v3/tenant_access_token/internal");
    assertThat(request.headers())
        .containsEntry("content-type", "application/json; charset=utf-8")
        .doesNotContainKey("authorization");
    assertThat(request.json().properties())
        .extracting(field -> field.getKey() + "=" + field.getValue().textValue())
        .containsExactlyInAnyOrder("app_id=cli_sandbox00000001", "app_secret=sandbox-secret");
  }

  @Test
  void twoHundredFirstCallsFetchOneToken() throws Exception {
    var share = new QuotaShare(100, 100, 1);
    var patient =
        new Deliveries(
            new Transport(Apps.at(sandbox.baseUrl()), share, HttpSender.create(), Time.system()));
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<String> call = () -> patient.submit(Drafts.WEBSITE, Drafts.required(), options);

      List<Future<String>> calls =
          executor.invokeAll(Stream.generate(() -> call).limit(200).toList());

      for (Future<String> submitted : calls) {
        assertThat(submitted.get()).hasSize(32);
      }
    }
    assertThat(sandbox.requests(Api.TENANT_ACCESS_TOKEN)).hasSize(1);
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT)).hasSize(200);
  }

  @Test
  void aTokenIsRenewedInItsLastHalfHour() {
    submit();
    time.sleep(Duration.ofMinutes(90).minusMillis(1));
    submit();
    time.sleep(Duration.ofMillis(2));
    submit();

    List<String> shown =
        sandbox.requests(Api.CREATE_BY_ATTACHMENT).stream()
            .map(request -> Objects.requireNonNull(request.headers().get("authorization")))
            .toList();
    assertThat(sandbox.requests(Api.TENANT_ACCESS_TOKEN)).hasSize(2);
    assertThat(shown.get(1)).isEqualTo(shown.get(0));
    assertThat(shown.get(2)).isNotEqualTo(shown.get(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {99991663, 99991664, 99991665, 99991671})
  void aRefusedTokenIsFetchedOnceMoreAndTheCallRepeatedOnce(int code) {
    submit();
    sandbox.next(Api.CREATE_BY_ATTACHMENT, Fault.error(400, code));

    String taskId = submit();

    assertThat(taskId).isEqualTo(sandbox.tasks().getLast().id());
    assertThat(sandbox.requests(Api.TENANT_ACCESS_TOKEN)).hasSize(2);
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT)).hasSize(3);
    assertThat(checkpoints).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {99991663, 99991664, 99991665, 99991671})
  void aTokenThatIsRefusedTwiceIsAFaultOfTheSetUp(int code) {
    sandbox.next(Api.CREATE_BY_ATTACHMENT, Fault.error(200, code), 2);

    FeishuFailure failure = failure(deliveries);

    assertThat(failure)
        .isInstanceOfSatisfying(
            SetUpFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    assertThat(sandbox.requests(Api.TENANT_ACCESS_TOKEN)).hasSize(2);
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT)).hasSize(2);
  }

  @Test
  void anExpiredTokenIsReplacedByANewOne() {
    submit();
    sandbox.next(Api.CREATE_BY_ATTACHMENT, Fault.tokenExpired());

    submit();

    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT))
        .extracting(RecordedRequest::executed)
        .containsExactly(true, false, true);
  }

  @Test
  void noOtherSetUpFaultFetchesAToken() {
    sandbox.next(Api.CREATE_BY_ATTACHMENT, Fault.error(ErrorCode.SCOPE_MISSING));

    FeishuFailure failure = failure(deliveries);

    assertThat(failure)
        .isInstanceOfSatisfying(
            SetUpFault.class,
            fault -> {
              assertThat(fault.code()).isEqualTo(99991672);
              assertThat(fault.missingScopes()).containsExactly("hire:site_application");
            });
    assertThat(sandbox.requests(Api.TENANT_ACCESS_TOKEN)).hasSize(1);
  }

  @Test
  void theOldTokenServesWhileTheTokenServiceIsDown() {
    submit();
    time.sleep(Duration.ofMinutes(95));
    sandbox.next(Api.TENANT_ACCESS_TOKEN, Fault.httpStatus(500));

    String taskId = submit();

    assertThat(taskId).hasSize(32);
    assertThat(sandbox.requests(Api.TENANT_ACCESS_TOKEN)).hasSize(2);
  }

  @Test
  void aWrongSecretIsAFaultOfTheSetUpForEveryCall() throws Exception {
    Deliveries wrong = deliveries(new App(sandbox.baseUrl(), "cli_sandbox00000001", "guessed"));
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<FeishuFailure> call = () -> failure(wrong);

      List<Future<FeishuFailure>> calls =
          executor.invokeAll(Stream.generate(() -> call).limit(50).toList());

      for (Future<FeishuFailure> ended : calls) {
        assertThat(ended.get())
            .isInstanceOfSatisfying(
                SetUpFault.class, fault -> assertThat(fault.code()).isEqualTo(10015));
      }
    }
    assertThat(sandbox.requests(Api.TENANT_ACCESS_TOKEN)).hasSizeBetween(1, 50); // no loop
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT)).isEmpty();
    assertThat(checkpoints).hasValue(0);
  }

  @Test
  void withoutATokenTheCheckpointIsNotPassed() {
    sandbox.next(Api.TENANT_ACCESS_TOKEN, Fault.httpStatus(503));

    FeishuFailure failure = failure(deliveries);

    assertThat(failure).isEqualTo(new NotSent(Obstacle.NO_TOKEN));
    assertThat(checkpoints).hasValue(0);
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT)).isEmpty();
  }

  @Test
  void withoutATurnTheCheckpointIsNotPassed() {
    sandbox.next(Api.CREATE_BY_ATTACHMENT, Fault.throttled(Duration.ofSeconds(7)));
    FeishuFailure throttled = failure(deliveries);
    var impatient = new CallOptions(Duration.ofSeconds(6), () -> checkpoints.incrementAndGet());
    Duration asked = Duration.ofSeconds(7);

    assertThatThrownBy(() -> deliveries.submit(Drafts.WEBSITE, Drafts.required(), impatient))
        .isInstanceOfSatisfying(
            FeishuException.class,
            e ->
                assertThat(e.failure())
                    .isInstanceOfSatisfying(
                        Throttled.class,
                        later ->
                            assertThat(later.retryAfter())
                                .isBetween(asked, asked.plusMillis(500))));

    assertThat(throttled).isInstanceOf(Throttled.class);
    assertThat(checkpoints).hasValue(1);
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT)).hasSize(1);
  }

  @Test
  void aThrottledTokenServiceIsLeftInPeace() {
    sandbox.next(Api.TENANT_ACCESS_TOKEN, Fault.throttled(Duration.ofSeconds(7)));

    List<FeishuFailure> failures = Stream.generate(() -> failure(deliveries)).limit(3).toList();

    assertThat(failures).allMatch(Throttled.class::isInstance);
    assertThat(sandbox.requests(Api.TENANT_ACCESS_TOKEN)).hasSize(1);
    time.sleep(Duration.ofSeconds(8));
    assertThat(submit()).hasSize(32);
  }

  @Test
  void whatTheCheckpointThrowsReachesTheCallerAndNothingIsSent() {
    var stopped = new IllegalStateException("the lease has ended");
    var options =
        new CallOptions(
            Duration.ZERO,
            () -> {
              throw stopped;
            });

    assertThatThrownBy(() -> deliveries.submit(Drafts.WEBSITE, Drafts.required(), options))
        .isSameAs(stopped);

    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT)).isEmpty();
  }

  private Deliveries deliveries(App app) {
    return new Deliveries(new Transport(app, QuotaShare.ALONE, HttpSender.create(), time));
  }

  private String submit() {
    return deliveries.submit(Drafts.WEBSITE, Drafts.required(), options);
  }

  private FeishuFailure failure(Deliveries deliveries) {
    FeishuException thrown =
        Assertions.catchThrowableOfType(
            FeishuException.class,
            () -> deliveries.submit(Drafts.WEBSITE, Drafts.required(), options));
    return Objects.requireNonNull(thrown, "it was accepted").failure();
  }
}

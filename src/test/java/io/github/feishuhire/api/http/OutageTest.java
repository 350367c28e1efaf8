package io.github.feishuhire.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuFailure.Unavailable;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Refusal;
import io.github.feishuhire.api.Terms;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.delivery.Drafts;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feishu is down for a while. */
final class OutageTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final HastyTime time = new HastyTime();
  private final Sandbox sandbox = Sandbox.start(SandboxSettings.DEFAULT.withoutRateLimits());
  private final FeishuHire hire =
      new FeishuHire(Apps.of(sandbox), QuotaShare.ALONE, Exchange.create(), time);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void afterFiveFailuresInARowNothingIsSent() {
    sandbox.next(Api.CREATE_BY_ATTACHMENT, Fault.httpStatus(503), 100);

    List<FeishuFailure> failures = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      failures.add(submit());
    }

    assertThat(failures.subList(0, 5)).allMatch(Unanswered.class::isInstance);
    assertThat(failures.subList(5, 8)).containsOnly(new Unavailable(SECOND));
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT)).hasSize(5);
    assertThat(hire.untilTurn(Endpoint.CREATE_BY_ATTACHMENT, 1)).isEqualTo(SECOND);
    assertThat(hire.untilTurn(Endpoint.CREATE_BY_ATTACHMENT, 2))
        .isGreaterThan(Duration.ofSeconds(5));
    assertThat(hire.untilTurn(Endpoint.GET_DELIVERY_TASK, 1)).isZero();
  }

  @Test
  void anAnswerInBetweenIsTheEndOfTheRow() {
    for (int i = 0; i < 20; i++) {
      sandbox.next(Api.CREATE_BY_ATTACHMENT, Fault.httpStatus(503), 4);
      sandbox.next(Api.CREATE_BY_ATTACHMENT, Fault.error(400, 1002011));
      for (int j = 0; j < 5; j++) {
        assertThat(submit()).isNotInstanceOf(Unavailable.class);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"500, 1002210", "200, 1002065"})
  void aDefiniteNoIsNoOutageWhateverItsStatus(int httpStatus, int code) {
    sandbox.next(Api.CREATE_BY_ATTACHMENT, Fault.error(httpStatus, code), 20);

    for (int i = 0; i < 20; i++) {
      assertThat(submit())
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> {
                assertThat(refused.refusal()).isEqualTo(Refusal.REJECTED);
                assertThat(refused.code()).isEqualTo(code);
              });
      assertThat(hire.isLeftAlone(Endpoint.CREATE_BY_ATTACHMENT)).isFalse();
    }
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT)).hasSize(20);
  }

  @Test
  void aHarmlessQuestionComesBeforeTheNextSubmission() {
    breakDown();
    sandbox.next(Api.GET_DELIVERY_TASK, Fault.httpStatus(503), 2);
    time.sleep(SECOND);

    FeishuFailure stillDown = submit();
    time.sleep(SECOND.multipliedBy(2));
    FeishuFailure downYet = submit();
    int askedWhileDown = sandbox.requests(Api.CREATE_BY_ATTACHMENT).size();
    time.sleep(SECOND.multipliedBy(4));
    Duration oneMayTry = hire.untilTurn(Endpoint.CREATE_BY_ATTACHMENT, 1);
    FeishuFailure back = submit();

    assertThat(stillDown).isEqualTo(new Unavailable(SECOND.multipliedBy(2)));
    assertThat(downYet).isEqualTo(new Unavailable(SECOND.multipliedBy(4)));
    assertThat(askedWhileDown).isEqualTo(5);
    assertThat(oneMayTry).isZero();
    assertThat(back).isNull();
    assertThat(sandbox.requests(Api.GET_DELIVERY_TASK)).hasSize(3);
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT)).hasSize(6);
    assertThat(hire.untilTurn(Endpoint.CREATE_BY_ATTACHMENT, 20)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 60, 3600})
  void waitsNeverLongerThanAFewSecondsBetweenTwoTries(int seconds) {
    breakDown();
    sandbox.next(Api.GET_DELIVERY_TASK, Fault.httpStatus(502), 10_000);
    for (int passed = 0; passed < seconds; passed++) {
      submit();
      time.sleep(SECOND);
    }

    assertThat(hire.untilTurn(Endpoint.CREATE_BY_ATTACHMENT, 1))
        .isLessThanOrEqualTo(Duration.ofSeconds(5));
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT)).hasSize(5);
  }

  @Test
  void aTrialThatGetsNoTokenIsNoFaultOfItsJob() {
    breakDown();
    sandbox.next(Api.TENANT_ACCESS_TOKEN, Fault.httpStatus(503));
    time.sleep(Duration.ofHours(2));

    assertThat(submit()).isInstanceOf(Unavailable.class);
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT)).hasSize(5);
  }

  @Test
  void onlyOneTriesAtATime() throws Exception {
    breakDown();
    sandbox.next(Api.GET_DELIVERY_TASK, Fault.delayed(Duration.ofMillis(500)));
    time.sleep(SECOND);

    List<FeishuFailure> failures = together(20);

    assertThat(failures).filteredOn(Unavailable.class::isInstance).hasSize(19);
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT)).hasSize(6);
  }

  @Test
  void noMoreSubmissionsThanFiveAreLostSightOfWhenFeishuFallsSilent() throws Exception {
    var patient =
        new FeishuHire(
            Apps.of(sandbox), new QuotaShare(100, 100, 1), Exchange.create(), Time.system());
    sandbox.next(Api.CREATE_BY_ATTACHMENT, Fault.disconnect(), 1000);

    List<FeishuFailure> failures = together(60, patient);

    assertThat(failures).filteredOn(Unanswered.class::isInstance).hasSize(5);
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT)).hasSize(5);
  }

  @Test
  void aTrialThatEndsWithoutBeingSentLeavesTheNextOneToOthers() {
    breakDown();
    time.sleep(SECOND);
    var stopped = new IllegalStateException("the lease has ended");
    var terms =
        new Terms(
            Duration.ZERO,
            () -> {
              throw stopped;
            });

    try {
      hire.deliveries().submit(Drafts.WEBSITE, Drafts.required(), terms);
    } catch (IllegalStateException e) {
      assertThat(e).isSameAs(stopped);
    }
    assertThat(hire.untilTurn(Endpoint.CREATE_BY_ATTACHMENT, 1)).isZero();
    assertThat(hire.untilTurn(Endpoint.CREATE_BY_ATTACHMENT, 2)).isPositive();

    assertThat(submit()).isNull();
  }

  private void breakDown() {
    sandbox.next(Api.CREATE_BY_ATTACHMENT, Fault.httpStatus(503), 5);
    for (int i = 0; i < 5; i++) {
      submit();
    }
  }

  private @Nullable FeishuFailure submit() {
    return submit(hire);
  }

  private static @Nullable FeishuFailure submit(FeishuHire hire) {
    try {
      hire.deliveries()
          .submit(Drafts.WEBSITE, Drafts.required(), Terms.patient(Duration.ofSeconds(2)));
      return null;
    } catch (FeishuException e) {
      return e.failure();
    }
  }

  private List<FeishuFailure> together(int callers) throws Exception {
    return together(callers, hire);
  }

  private static List<FeishuFailure> together(int callers, FeishuHire hire) throws Exception {
    List<FeishuFailure> failures = new ArrayList<>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<@Nullable FeishuFailure>> calls = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        calls.add(() -> submit(hire));
      }
      for (Future<@Nullable FeishuFailure> call : executor.invokeAll(calls)) {
        FeishuFailure failure = call.get();
        if (failure != null) {
          failures.add(failure);
        }
      }
    }
    return failures;
  }
}

package io.github.feishuhire.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuFailure.Unavailable;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Refusal;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feishu is down for a while. */
final class OutageIT {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final HastyTime time = new HastyTime();
  private final Sandbox sandbox = Sandbox.start(SandboxSettings.DEFAULT.withoutRateLimits());
  private final FeishuHire hire =
      new FeishuHire(Apps.at(sandbox.baseUrl()), QuotaShare.ALONE, HttpSender.create(), time);

  private final EndpointLimits submissions = hire.limits(Endpoint.CREATE_BY_ATTACHMENT);

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
    assertThat(failures.subList(5, 8)).containsOnly(new Unavailable(Duration.ofSeconds(5)));
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT)).hasSize(5);
    assertThat(submissions.untilTurn(2)).isGreaterThan(Duration.ofSeconds(5));
    assertThat(hire.limits(Endpoint.GET_DELIVERY_TASK).untilTurn(1)).isZero();
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
  @CsvSource({"500, 1002210, TALENT_LOCKED", "200, 1002065, REJECTED"})
  void aDefiniteNoIsNoOutageWhateverItsStatus(int httpStatus, int code, Refusal refusal) {
    sandbox.next(Api.CREATE_BY_ATTACHMENT, Fault.error(httpStatus, code), 20);

    for (int i = 0; i < 20; i++) {
      assertThat(submit())
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> {
                assertThat(refused.refusal()).isEqualTo(refusal);
                assertThat(refused.code()).isEqualTo(code);
              });
      assertThat(submissions.isOpen()).isFalse();
    }
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT)).hasSize(20);
  }

  @Test
  void anEmptyBodyIsRefusedBeforeTheNextSubmission() {
    breakDown();
    sandbox.next(Api.CREATE_BY_ATTACHMENT, Fault.httpStatus(503), 2);

    FeishuFailure stillDown = afterAProbe();
    FeishuFailure downYet = afterAProbe();
    FeishuFailure back = afterAProbe();

    assertThat(stillDown).isInstanceOf(Unavailable.class);
    assertThat(downYet).isInstanceOf(Unavailable.class);
    assertThat(back).isNull();
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT).subList(5, 8))
        .allSatisfy(
            probe -> {
              assertThat(probe.path()).contains("/websites/0/");
              assertThat(probe.json().toString()).isEqualTo("{}");
            });
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT)).hasSize(9);
    assertThat(sandbox.requests(Api.GET_DELIVERY_TASK)).as("another API").isEmpty();
    assertThat(submissions.untilTurn(5)).isZero();
  }

  @Test
  void whereProbesAreAnsweredAndSubmissionsAreNotAnHourMakesTwelveDoubts() {
    sandbox.next(Api.CREATE_BY_ATTACHMENT, Fault.httpStatus(503), 5);
    int doubts = 0;
    for (int second = 0; second < 3600; second++) {
      if (submissions.isOpen() && submissions.untilTurn(1).isZero()) {
        sandbox.next(Api.CREATE_BY_ATTACHMENT, Fault.httpStatus(503));
      }
      doubts += submit() instanceof Unanswered ? 1 : 0;
      hire.dueProbes().forEach(Runnable::run);
      time.sleep(SECOND);
    }

    assertThat(doubts).isEqualTo(12);
  }

  @Test
  void oneApiThatFailsTakesNoOtherAlong() {
    sandbox.next(Api.GET_DELIVERY_TASK, Fault.httpStatus(503), 1000);
    for (int i = 0; i < 10; i++) {
      ask();
    }
    assertThat(hire.limits(Endpoint.GET_DELIVERY_TASK).isOpen()).isTrue();

    assertThat(submit()).isNull();
    breakDown();
    assertThat(afterAProbe()).as("back, and the other one is not").isNull();
  }

  @Test
  void trialsOfACallThatMayBeRepeatedCostNobodyATry() {
    sandbox.next(Api.GET_DELIVERY_TASK, Fault.httpStatus(503), 1000);
    List<FeishuFailure> failures = new ArrayList<>();
    for (int second = 0; second < 600; second++) {
      failures.add(ask());
      hire.dueProbes().forEach(Runnable::run);
      time.sleep(SECOND);
    }

    assertThat(failures.subList(0, 5)).allMatch(Unanswered.class::isInstance);
    assertThat(failures.subList(5, 600)).allMatch(Unavailable.class::isInstance);
    assertThat(sandbox.requests(Api.GET_DELIVERY_TASK)).hasSizeGreaterThan(120);
  }

  @Test
  void aTokenServiceThatFailsIsLeftAloneAndTheApisAreNotBlamed() {
    sandbox.next(Api.TENANT_ACCESS_TOKEN, Fault.httpStatus(503), 6);
    List<FeishuFailure> failures = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      failures.add(submit());
    }

    assertThat(failures.subList(0, 5)).allMatch(NotSent.class::isInstance);
    assertThat(failures.subList(5, 8)).allMatch(Unavailable.class::isInstance);
    assertThat(submissions.isOpen()).isFalse();
    assertThat(submissions.untilTurn(1)).isPositive();

    assertThat(afterAProbe()).as("the sixth is the probe's").isInstanceOf(Unavailable.class);
    assertThat(afterAProbe()).isNull();
    assertThat(sandbox.requests(Api.TENANT_ACCESS_TOKEN))
        .as("the token that the probe brought is used")
        .hasSize(7);
    assertThat(hire.limits(Endpoint.TENANT_ACCESS_TOKEN).isOpen()).isFalse();
  }

  @Test
  void onlyOneTriesAtATime() throws Exception {
    breakDown();
    time.sleep(SECOND);
    hire.dueProbes().forEach(Runnable::run);
    var tries = new CountDownLatch(1);
    var othersAreDone = new CountDownLatch(1);
    var options = CallOptions.patient(SECOND).checkedFirst(() -> pass(tries, othersAreDone));
    var trial = new FutureTask<>(() -> submit(hire, options));
    Thread unused = Thread.startVirtualThread(trial);
    tries.await();

    List<FeishuFailure> others = together(20);
    othersAreDone.countDown();

    assertThat(others).hasSize(20);
    assertThat(trial.get()).isNull();
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT)).hasSize(5 + 1 + 1);
  }

  private static void pass(CountDownLatch here, CountDownLatch there) {
    here.countDown();
    try {
      there.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void noMoreSubmissionsThanFiveAreLostSightOfWhenFeishuFallsSilent() throws Exception {
    var patient =
        new FeishuHire(
            Apps.at(sandbox.baseUrl()),
            new QuotaShare(100, 100, 1),
            HttpSender.create(),
            Time.system());
    sandbox.next(Api.CREATE_BY_ATTACHMENT, Fault.disconnect(), 1000);

    List<FeishuFailure> failures = together(60, patient);

    assertThat(failures).filteredOn(Unanswered.class::isInstance).hasSize(5);
    assertThat(sandbox.requests(Api.CREATE_BY_ATTACHMENT)).hasSize(5);
  }

  @Test
  void aTrialThatEndsWithoutBeingSentLeavesTheNextOneToOthers() {
    breakDown();
    time.sleep(SECOND);
    hire.dueProbes().forEach(Runnable::run);
    var stopped = new IllegalStateException("the lease has ended");
    var options =
        new CallOptions(
            Duration.ZERO,
            () -> {
              throw stopped;
            });

    try {
      hire.deliveries().submit(Drafts.WEBSITE, Drafts.required(), options);
    } catch (IllegalStateException e) {
      assertThat(e).isSameAs(stopped);
    }
    assertThat(submissions.untilTurn(1)).isZero();
    assertThat(submissions.untilTurn(2)).isPositive();

    assertThat(submit()).isNull();
  }

  private void breakDown() {
    sandbox.next(Api.CREATE_BY_ATTACHMENT, Fault.httpStatus(503), 5);
    for (int i = 0; i < 5; i++) {
      submit();
    }
  }

  /** What becomes of a submission once the probe that is due next has been answered, or not. */
  private @Nullable FeishuFailure afterAProbe() {
    List<Runnable> due = hire.dueProbes();
    while (due.isEmpty()) {
      time.sleep(SECOND);
      due = hire.dueProbes();
    }
    due.forEach(Runnable::run);
    return submit();
  }

  private @Nullable FeishuFailure ask() {
    try {
      var unused =
          hire.deliveries().task(Drafts.WEBSITE, "f".repeat(32), CallOptions.patient(SECOND));
      return null;
    } catch (FeishuException e) {
      return e.failure();
    }
  }

  private @Nullable FeishuFailure submit() {
    return submit(hire);
  }

  private static @Nullable FeishuFailure submit(FeishuHire hire) {
    return submit(hire, CallOptions.patient(Duration.ofSeconds(2)));
  }

  private static @Nullable FeishuFailure submit(FeishuHire hire, CallOptions options) {
    try {
      hire.deliveries().submit(Drafts.WEBSITE, Drafts.required(), options);
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

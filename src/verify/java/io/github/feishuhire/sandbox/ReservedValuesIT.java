package io.github.feishuhire.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feishuhire.sandbox.Caller.Answer;
import io.github.feishuhire.sandbox.ReservedValue.Behaviour;
import io.github.feishuhire.sandbox.ReservedValue.Field;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.ErrorCode;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ReservedValuesIT {

  private final MovableClock clock = new MovableClock();
  private final Sandbox sandbox =
      Sandbox.start(SandboxSettings.DEFAULT.withClock(clock).withTaskDuration(Duration.ZERO));
  private final Caller caller = Caller.of(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void areDistinctAndWellFormed() {
    assertThat(ReservedValues.ALL)
        .extracting(row -> List.of(row.field(), row.value()))
        .doesNotHaveDuplicates();
    assertThat(rows(Field.JOB_POST_ID))
        .extracting(ReservedValue::value)
        .allMatch(value -> value.matches("7\\d{18}"));
  }

  @ParameterizedTest
  @MethodSource("disturbed")
  void disturbEveryCallOrTheFirst(ReservedValue row) {
    switch (row.behaviour()) {
      case Behaviour.Always(Fault.Silence ignored) -> assertSilent(row);
      case Behaviour.Always always -> {
        assertDisturbed(send(caller, row), always.fault());
        assertDisturbed(send(Caller.of(sandbox), row), always.fault());
      }
      case Behaviour.Once once -> {
        assertDisturbed(send(caller, row), once.fault());
        assertThat(send(Caller.of(sandbox), row).code()).isZero();
        assertDisturbed(send(Caller.of(sandbox), row), once.fault());
      }
      case Behaviour.Task ignored -> throw new AssertionError(row);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "7000000000000000001, 0, 1",
    "7000000000000000003, 0, 3",
    "7000000000001002008, 1002008, 0",
  })
  void endTasks(String jobPost, int code, int status) {
    Answer accepted = caller.submit(Submission.example().withJobPost(jobPost));
    Answer task = caller.task(accepted.text("/data/task_id"));

    assertThat(accepted.code()).isZero();
    assertThat(task.code()).isEqualTo(code);
    assertThat(task.json().at("/data/status").asInt()).isEqualTo(status);
    assertThat(sandbox.applications()).isEmpty();
  }

  @Test
  void reachTogetherWithNaturalInputEveryErrorOfASubmission() {
    Set<ErrorCode> natural =
        Set.of(
            ErrorCode.PARAMETER_ERROR,
            ErrorCode.SITE_USER_NOT_FOUND,
            ErrorCode.MOBILE_INVALID,
            ErrorCode.CITY_NOT_FOUND,
            ErrorCode.WEBSITE_NOT_FOUND,
            ErrorCode.JOB_POST_NOT_ON_WEBSITE);
    Set<ErrorCode> elsewhere =
        Set.of(
            ErrorCode.INVALID_TOKEN_PARAMETER,
            ErrorCode.APP_UNKNOWN,
            ErrorCode.WRONG_APP_SECRET,
            ErrorCode.PATH_NOT_FOUND,
            ErrorCode.WRONG_METHOD,
            ErrorCode.THROTTLED,
            ErrorCode.OFFER_NOT_FOUND,
            ErrorCode.TALENT_NOT_FOUND,
            ErrorCode.TAG_NOT_FOUND,
            ErrorCode.TAG_INACTIVE,
            ErrorCode.TAG_ALREADY_THERE,
            ErrorCode.TAG_NOT_THERE,
            ErrorCode.APPLICATION_NOT_FOUND,
            ErrorCode.STAGE_NOT_FOUND,
            ErrorCode.TALENT_ONBOARDED,
            ErrorCode.STAGE_NOT_ALLOWED,
            ErrorCode.TRANSFER_FAILED,
            ErrorCode.STAGE_FINAL,
            ErrorCode.ALREADY_TERMINATED,
            ErrorCode.NOT_TERMINATED);
    Set<String> reserved =
        rows(Field.JOB_POST_ID).map(ReservedValue::value).collect(Collectors.toSet());

    assertThat(Arrays.stream(ErrorCode.values()))
        .filteredOn(code -> !natural.contains(code) && !elsewhere.contains(code))
        .allMatch(code -> reserved.contains("7%018d".formatted(code.code())));
  }

  static Stream<ReservedValue> disturbed() {
    return ReservedValues.ALL.stream().filter(row -> !(row.behaviour() instanceof Behaviour.Task));
  }

  private void assertSilent(ReservedValue row) {
    var silent = CompletableFuture.supplyAsync(() -> send(caller, row));
    while (sandbox.requests().size() < 2) {
      Thread.onSpinWait();
    }
    assertThat(silent).isNotDone();
    sandbox.close();
    assertThatThrownBy(silent::join).hasRootCauseInstanceOf(IOException.class);
  }

  private void assertDisturbed(Answer answer, Fault fault) {
    switch (fault) {
      case Fault.Refused refused -> {
        assertThat(answer.status()).isEqualTo(refused.reply().status());
        assertThat(answer.code()).isEqualTo(refused.reply().envelope().path("code").intValue());
      }
      case Fault.Answered answered -> {
        assertThat(answer.status()).isEqualTo(answered.status());
        assertThat(answer.body()).isEqualTo(answered.body().utf8());
      }
      case Fault.TokenExpired ignored -> assertThat(answer.code()).isEqualTo(99991663);
      case Fault.Executed executed -> {
        assertDisturbed(answer, executed.seen());
        assertThat(sandbox.requests().getLast().executed()).isTrue();
      }
      case Fault.Silence ignored -> throw new AssertionError(fault);
      case Fault.Disconnect ignored -> throw new AssertionError(fault);
      case Fault.Truncated ignored -> throw new AssertionError(fault);
      case Fault.Slow ignored -> throw new AssertionError(fault);
      case Fault.Delayed ignored -> throw new AssertionError(fault);
    }
  }

  private static Answer send(Caller caller, ReservedValue row) {
    return switch (row.field()) {
      case JOB_POST_ID -> caller.submit(Submission.example().withJobPost(row.value()));
      case EXTERNAL_ID ->
          caller.post(Caller.SITE_USERS, "{\"external_id\": \"%s\"}".formatted(row.value()));
      case FILE_NAME ->
          caller.upload("name=\"content\"; filename=\"" + row.value() + ".pdf\"", new byte[1]);
    };
  }

  private static Stream<ReservedValue> rows(Field field) {
    return ReservedValues.ALL.stream().filter(row -> row.field() == field);
  }
}

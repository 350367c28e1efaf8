package io.github.feishuhire.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CircuitTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final HastyTime time = new HastyTime();

  enum Kind {
    REPEATABLE(TrialPolicy.REPEATABLE),
    DOUBTFUL(TrialPolicy.DOUBTFUL);

    private final TrialPolicy policy;

    Kind(TrialPolicy policy) {
      this.policy = policy;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoComesTooLateForTheOnePermitTakesNothingAlong(Kind kind) throws Exception {
    for (int round = 0; round < 500; round++) {
      Circuit circuit = open(kind);
      answerProbe(circuit);
      time.sleep(SECOND);

      List<CircuitPermit> permits = together(12, circuit);
      permits.forEach(CircuitTest::fail);

      assertThat(permits).hasSize(1);
      recovers(circuit);
    }
  }

  /** Two callers come when a trial is due; the second one finds it taken, and only then it ends. */
  @Test
  void theTrialThatFailsLeavesThePlaceToTheNext() {
    Circuit circuit = open(Kind.REPEATABLE);
    answerProbe(circuit);
    time.sleep(SECOND);

    CircuitPermit trial = circuit.enter();
    assertThatThrownBy(circuit::enter).isInstanceOf(FeishuException.class);
    fail(trial);

    assertThatThrownBy(circuit::enter).isInstanceOf(FeishuException.class);
    recovers(circuit);
  }

  @Test
  void aTrialThatSaysNothingLeavesThePlaceToTheNext() {
    Circuit circuit = open(Kind.DOUBTFUL);
    answerProbe(circuit);
    time.sleep(SECOND);

    circuit.enter().close();

    try (CircuitPermit next = circuit.enter()) {
      assertThat(next.isTrial()).isTrue();
      next.answered();
    }
    assertThat(circuit.isOpen()).isFalse();
  }

  @Test
  void anAnswerThatWasAskedForBeforeIsASignOfLifeAndNoMore() {
    Circuit circuit = new Circuit("test", TrialPolicy.DOUBTFUL, time);
    CircuitPermit slow = circuit.enter();
    failInARow(circuit, Circuit.FAILURES);

    slow.answered();
    slow.close();

    assertThat(circuit.isOpen()).isTrue();
    assertThat(circuit.untilTurn(1)).isEqualTo(SECOND);
  }

  @Test
  void aFailureThatWasAskedForBeforeDoesNotProlongTheWait() {
    Circuit circuit = new Circuit("test", TrialPolicy.DOUBTFUL, time);
    CircuitPermit slow = circuit.enter();
    failInARow(circuit, Circuit.FAILURES);
    answerProbe(circuit);
    Duration before = circuit.untilTurn(1);

    fail(slow);

    assertThat(circuit.untilTurn(1)).isEqualTo(before);
  }

  @Test
  void whoWaitedForItsTurnMeanwhileIsNotLetThrough() {
    Circuit circuit = new Circuit("test", TrialPolicy.REPEATABLE, time);
    try (CircuitPermit waiting = circuit.enter()) {
      waiting.requireValid();
      failInARow(circuit, Circuit.FAILURES);

      assertThatThrownBy(waiting::requireValid)
          .isInstanceOfSatisfying(
              FeishuException.class, e -> assertThat(e.failure()).isInstanceOf(Unavailable.class));
    }
  }

  @Test
  void waitsBetweenTrialsThatEndInDoubtGrowToMinutes() {
    Circuit circuit = open(Kind.DOUBTFUL);
    List<Long> waits = new ArrayList<>();

    for (int i = 0; i < 8; i++) {
      Instant failure = time.now();
      answerProbe(circuit);
      time.sleep(circuit.untilTurn(1));
      waits.add(Duration.between(failure, time.now()).toSeconds());
      fail(circuit.enter());
    }

    assertThat(waits).containsExactly(1L, 4L, 16L, 64L, 256L, 1024L, 1200L, 1200L);
  }

  @Test
  void probesThatAreNeverAnsweredDoNotBarAnApiForEver() {
    Circuit doubtful = open(Kind.DOUBTFUL);
    Circuit repeatable = open(Kind.REPEATABLE);

    assertThat(doubtful.untilTurn(1)).isEqualTo(HOUR);
    assertThat(repeatable.untilTurn(1)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void asksEveryFewSecondsWhetherTheLastQuestionWasAnsweredOrNot() {
    Circuit circuit = open(Kind.DOUBTFUL);
    List<Integer> asked = new ArrayList<>();

    for (int second = 1; second <= 30; second++) {
      time.sleep(SECOND);
      if (circuit.dueProbe().isPresent()) {
        asked.add(second);
      }
    }

    assertThat(asked).containsExactly(1, 3, 7, 12, 17, 22, 27);
  }

  @Test
  void asksNothingWhileItIsClosedOrAnAnswerIsThere() {
    Circuit circuit = new Circuit("test", TrialPolicy.DOUBTFUL, time);
    time.sleep(HOUR);
    assertThat(circuit.dueProbe()).isEmpty();

    failInARow(circuit, Circuit.FAILURES);
    answerProbe(circuit);
    time.sleep(HOUR);

    assertThat(circuit.dueProbe()).isEmpty();
  }

  @Test
  void isNoLongerFailingAMinuteAfterAnAnswerThoughNobodyCalls() {
    Circuit circuit = open(Kind.DOUBTFUL);
    assertThat(circuit.isFailing()).isTrue();
    time.sleep(HOUR);
    assertThat(circuit.isFailing()).as("nobody knows better").isTrue();

    answerProbe(circuit);

    assertThat(circuit.isFailing()).isFalse();
    assertThat(circuit.isOpen()).as("one call tries first").isTrue();
  }

  private Circuit open(Kind kind) {
    Circuit circuit = new Circuit("test", kind.policy, time);
    failInARow(circuit, Circuit.FAILURES);
    assertThat(circuit.isOpen()).isTrue();
    return circuit;
  }

  private static void failInARow(Circuit circuit, int times) {
    for (int i = 0; i < times; i++) {
      fail(circuit.enter());
    }
  }

  private static void fail(CircuitPermit permit) {
    try (permit) {
      permit.failed();
    }
  }

  private void answerProbe(Circuit circuit) {
    CircuitProbe probe = circuit.dueProbe().orElse(null);
    while (probe == null) {
      time.sleep(SECOND);
      probe = circuit.dueProbe().orElse(null);
    }
    probe.answered();
  }

  /** As it does once the API is well: a probe, a trial, and it is closed. */
  private void recovers(Circuit circuit) {
    if (circuit.isOpen()) {
      answerProbe(circuit);
      time.sleep(circuit.untilTurn(1));
      try (CircuitPermit trial = circuit.enter()) {
        trial.answered();
      }
    }
    assertThat(circuit.isOpen()).isFalse();
    assertThat(circuit.untilTurn(1000)).isZero();
  }

  private static List<CircuitPermit> together(int callers, Circuit circuit) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(callers);
    List<CircuitPermit> permits = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<List<CircuitPermit>>> calls = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        calls.add(
            () -> {
              barrier.await();
              try {
                return List.of(circuit.enter());
              } catch (FeishuException tooLate) {
                return List.of();
              }
            });
      }
      for (Future<List<CircuitPermit>> call : threads.invokeAll(calls)) {
        permits.addAll(call.get());
      }
    }
    return permits;
  }
}

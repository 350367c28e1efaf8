package io.github.feishuhire.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DoubtBudgetTest {

  /** Of 950 calls in a minute. */
  private static final Duration SPACING = Duration.ofMinutes(1).dividedBy(950);

  private static final Unanswered SILENCE = new Unanswered(Reason.DEADLINE_PASSED, 0, 0, null);

  private final DoubtBudget budget = new DoubtBudget(SPACING, false, new HastyTime());

  @Test
  void fiveMayBeOnTheirWay() {
    enter(budget, 5);

    assertThatThrownBy(() -> budget.enter(Duration.ofSeconds(5)))
        .isInstanceOfSatisfying(
            FeishuException.class,
            e -> assertThat(e.failure()).isEqualTo(new Throttled(Duration.ofSeconds(1), null)));
  }

  @ParameterizedTest
  @CsvSource({"200, 5", "500, 10", "1000, 20", "3000, 60"})
  void moreWhereFeishuIsSlow(long millis, int room) {
    for (int i = 0; i < 100; i++) {
      budget.answered(Duration.ofMillis(millis));
    }

    assertThat(roomOf(budget)).isEqualTo(room);
  }

  @Test
  void callsInDoubtCountUntilOneIsAnswered() {
    for (int i = 0; i < 3; i++) {
      budget.enter(Duration.ZERO);
      budget.failed(SILENCE);
      budget.leave();
    }
    int whileInDoubt = roomOf(budget);
    budget.answered(Duration.ofMillis(10));

    assertThat(whileInDoubt).isEqualTo(2);
    assertThat(roomOf(budget)).isEqualTo(3); // two are on their way
  }

  @Test
  void howeverManyAreInDoubtOneMayFindOutThatFeishuIsBack() {
    for (int i = 0; i < 20; i++) {
      budget.failed(SILENCE);
    }

    assertThat(roomOf(budget)).isEqualTo(1);
  }

  @Test
  void tellsThatMoreJobsWouldOnlyWaitWhileFeishuFails() {
    budget.enter(Duration.ZERO);
    budget.failed(SILENCE);
    budget.leave();

    assertThat(budget.untilTurn(4)).isZero();
    assertThat(budget.untilTurn(5)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void whatMayBeRepeatedIsNotBounded() {
    var unbounded = new DoubtBudget(SPACING, true, new HastyTime());

    enter(unbounded, 1000);
    unbounded.failed(SILENCE);

    assertThat(unbounded.untilTurn(1000)).isZero();
  }

  @Test
  void servesInTheOrderOfArrival() {
    var patient = new DoubtBudget(SPACING, false, Time.system());
    enter(patient, 5);
    List<Integer> served = new CopyOnWriteArrayList<>();
    List<Thread> callers =
        IntStream.range(0, 20)
            .mapToObj(
                caller -> {
                  Thread thread =
                      Thread.ofPlatform()
                          .start(
                              () -> {
                                patient.enter(Duration.ofMinutes(1));
                                served.add(caller);
                              });
                  Awaitility.await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
                  return thread;
                })
            .toList();

    for (int i = 0; i < callers.size(); i++) {
      patient.leave();
      int soFar = i + 1;
      Awaitility.await().until(() -> served.size() == soFar);
    }

    assertThat(served).isSorted().hasSize(20);
  }

  private static void enter(DoubtBudget budget, int times) {
    for (int i = 0; i < times; i++) {
      budget.enter(Duration.ZERO);
    }
  }

  /** Fills it. */
  private static int roomOf(DoubtBudget budget) {
    int room = 0;
    try {
      while (true) {
        budget.enter(Duration.ZERO);
        room++;
      }
    } catch (FeishuException full) {
      return room;
    }
  }
}

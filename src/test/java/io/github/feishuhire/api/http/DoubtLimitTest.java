package io.github.feishuhire.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DoubtLimitTest {

  /** Of 950 calls in a minute. */
  private static final Duration SPACING = Duration.ofMinutes(1).dividedBy(950);

  private final HastyTime time = new HastyTime();
  private final DoubtLimit limit = new DoubtLimit(() -> SPACING, time);
  private final Deque<DoubtLimit.Permit> held = new ArrayDeque<>();

  @Test
  void fiveMayBeOnTheirWay() {
    enter(limit, 5);

    assertThatThrownBy(() -> limit.enter(Duration.ofSeconds(5)))
        .isInstanceOfSatisfying(
            FeishuException.class,
            e -> assertThat(e.failure()).isEqualTo(new Throttled(Duration.ofSeconds(1), null)));
  }

  @ParameterizedTest
  @CsvSource({"200, 5", "500, 10", "1000, 20", "3000, 60"})
  void moreWhereFeishuIsSlow(long millis, int room) {
    for (int i = 0; i < 100; i++) {
      answeredAfter(Duration.ofMillis(millis));
    }

    assertThat(roomOf(limit)).isEqualTo(room);
  }

  @Test
  void callsInDoubtCountUntilOneIsAnswered() {
    for (int i = 0; i < 3; i++) {
      inDoubt();
    }
    int whileInDoubt = roomOf(limit);
    answeredAfter(Duration.ofMillis(10), held.remove());

    assertThat(whileInDoubt).isEqualTo(2);
    assertThat(roomOf(limit)).isEqualTo(4); // one is still on its way
  }

  @Test
  void howeverManyAreInDoubtOneMayFindOutThatFeishuIsBack() {
    for (int i = 0; i < 20; i++) {
      inDoubt();
    }

    assertThat(roomOf(limit)).isEqualTo(1);
  }

  @Test
  void tellsThatMoreJobsWouldOnlyWaitWhileFeishuFails() {
    inDoubt();

    assertThat(limit.untilTurn(4)).isZero();
    assertThat(limit.untilTurn(5)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void tellsHowLongAFullRoomWillProbablyStayFull() {
    answeredAfter(Duration.ofSeconds(75)); // a fifth of which counts
    enterAndDepart(roomOf(limit));

    assertThat(limit.untilTurn(1)).isEqualTo(Duration.ofSeconds(15));
    time.sleep(Duration.ofSeconds(11));
    assertThat(limit.untilTurn(1)).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void whileFeishuIsQuickManyHaveTheirTurnSoon() {
    for (int i = 0; i < 100; i++) {
      answeredAfter(Duration.ofMillis(200));
    }
    enterAndDepart(5);

    assertThat(limit.untilTurn(60)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
  }

  @Test
  void aPermitMakesRoomOnceHoweverOftenItIsClosed() {
    DoubtLimit.Permit permit = limit.enter(Duration.ZERO);
    permit.close();
    permit.close();

    assertThat(roomOf(limit)).isEqualTo(5);
  }

  @Test
  void servesInTheOrderOfArrival() {
    var patient = new DoubtLimit(() -> SPACING, Time.system());
    Queue<DoubtLimit.Permit> entered = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < 5; i++) {
      entered.add(patient.enter(Duration.ZERO));
    }
    List<Integer> served = new CopyOnWriteArrayList<>();
    List<Thread> callers =
        IntStream.range(0, 20)
            .mapToObj(
                caller -> {
                  Thread thread =
                      Thread.ofPlatform()
                          .start(
                              () -> {
                                entered.add(patient.enter(Duration.ofMinutes(1)));
                                served.add(caller);
                              });
                  Awaitility.await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
                  return thread;
                })
            .toList();

    for (int i = 0; i < callers.size(); i++) {
      entered.remove().close();
      int soFar = i + 1;
      Awaitility.await().until(() -> served.size() == soFar);
    }

    assertThat(served).isSorted().hasSize(20);
  }

  private void answeredAfter(Duration took) {
    answeredAfter(took, limit.enter(Duration.ZERO));
  }

  private void answeredAfter(Duration took, DoubtLimit.Permit permit) {
    try (permit) {
      permit.departs();
      time.sleep(took);
      permit.answered();
    }
  }

  private void inDoubt() {
    try (DoubtLimit.Permit permit = limit.enter(Duration.ZERO)) {
      permit.inDoubt();
    }
  }

  private void enterAndDepart(int times) {
    held.forEach(DoubtLimit.Permit::close);
    held.clear();
    for (int i = 0; i < times; i++) {
      limit.enter(Duration.ZERO).departs();
    }
  }

  private static void enter(DoubtLimit limit, int times) {
    for (int i = 0; i < times; i++) {
      DoubtLimit.Permit unused = limit.enter(Duration.ZERO);
    }
  }

  /** Fills it. */
  private int roomOf(DoubtLimit filled) {
    int room = 0;
    try {
      while (true) {
        held.add(filled.enter(Duration.ZERO));
        room++;
      }
    } catch (FeishuException full) {
      return room;
    }
  }
}

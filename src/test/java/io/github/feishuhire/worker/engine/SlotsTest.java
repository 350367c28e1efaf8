package io.github.feishuhire.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one connection can take of what all share: threads and memory. */
final class SlotsTest {

  @ParameterizedTest
  @CsvSource({"1, 1, 0", "4, 1, 0", "150, 1, 0", "4, 2, 1", "150, 2, 1"})
  void twoConnectionsTakeNothingFromOneAnother(int each, int connections, int greedy) {
    var slots = new Slots(each, connections);
    for (int i = 0; i < greedy; i++) {
      assertThat(fill(slots, "greedy" + i)).isPositive();
    }

    assertThat(fill(slots, "modest")).isEqualTo(each);
  }

  @Test
  void howeverManyAreGreedyOneMoreFindsRoom() {
    var slots = new Slots(150, 40);
    for (int i = 0; i < 39; i++) {
      int unused = fill(slots, "greedy" + i);
    }

    assertThat(slots.free("modest")).isPositive();
  }

  @Test
  void oneConnectionOfManyHasNoMoreThanItsOwn() {
    assertThat(fill(new Slots(150, 40), "greedy")).isEqualTo(150);
  }

  @Test
  void largeJobsOfOneConnectionLeaveMemoryForThoseOfAnother() {
    var held = new HeldBytes(2);
    long size = 1_400_000;
    int greedy = 0;
    while (held.hasRoom("greedy", size)) {
      held.hold("greedy", size);
      greedy++;
    }

    assertThat(greedy).isGreaterThanOrEqualTo(2);
    assertThat(held.room(size)).isPositive();
    assertThat(held.hasRoom("modest", size)).isTrue();
  }

  @Test
  void smallJobsDoNotWaitForLargeOnes() {
    var held = new HeldBytes(1);
    held.hold("default", HeldBytes.MOST);

    assertThat(held.room(1_000_000)).isZero();
    assertThat(held.room(4096)).isGreaterThan(1000);

    held.release("default", HeldBytes.MOST);
    assertThat(held.room(HeldBytes.MOST * 2)).as("one at least").isEqualTo(1);
  }

  private static int fill(Slots slots, String connection) {
    int taken = 0;
    while (slots.free(connection) > 0) {
      slots.take(connection);
      taken++;
    }
    return taken;
  }
}

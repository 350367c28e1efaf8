package io.github.feishuhire.faults;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** Until something is so; two minutes at most. */
final class Waiting {

  private Waiting() {}

  static void until(BooleanSupplier condition) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(condition::getAsBoolean);
  }

  /** Lets so much time go by. */
  static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    Awaitility.await()
        .atMost(time.plusMinutes(1))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> System.nanoTime() > end);
  }
}

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
}

package io.github.feishuhire.event.longconnection;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.apache.commons.lang3.ObjectUtils;

/**
 * How long to wait before connecting again: as Feishu asks for it, and never all clients at once.
 */
final class Pauses {

  private static final Duration SHORTEST = Duration.ofMillis(500);
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 10;

  private final DoubleSupplier random;

  /**
   * @param random from 0 to 1
   */
  Pauses(DoubleSupplier random) {
    this.random = random;
  }

  /**
   * @param failures tries since there was a connection, this one included
   */
  Duration after(End end, int failures, Pace pace) {
    Duration pause =
        switch (end) {
          case LOST, SILENT -> times(pace.firstReconnect(), random.getAsDouble());
          case UNREACHABLE ->
              times(
                  ObjectUtils.min(doubled(failures - 1), pace.reconnect()),
                  0.5 + random.getAsDouble() / 2);
          case BUSY, SECRET_REFUSED, FORBIDDEN, TOO_MANY, NOT_UNDERSTOOD ->
              times(pace.reconnect(), 1 + random.getAsDouble() / 2);
        };
    return ObjectUtils.max(pause, SHORTEST);
  }

  private static Duration doubled(int times) {
    return FIRST.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
  }

  private static Duration times(Duration duration, double factor) {
    return Duration.ofMillis((long) (duration.toMillis() * factor));
  }
}

package io.github.feishuhire.faults.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** How densely calls came. */
public final class Pace {

  private Pace() {}

  /** The most calls in any window of that length, wherever it is placed. */
  public static int most(List<Instant> calls, Duration window) {
    List<Instant> sorted = calls.stream().sorted().toList();
    int most = 0;
    int first = 0;
    for (int last = 0; last < sorted.size(); last++) {
      while (!sorted.get(last).isBefore(sorted.get(first).plus(window))) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  /** Whole seconds from then until a window begins in which there are so many calls. */
  public static OptionalInt secondsUntil(
      int calls, Duration window, List<Instant> all, Instant since) {
    long end =
        all.stream().mapToLong(call -> Duration.between(since, call).toSeconds()).max().orElse(-1);
    return IntStream.iterate(0, second -> second <= end, second -> second + 1)
        .filter(second -> count(all, since.plusSeconds(second), window) >= calls)
        .findFirst();
  }

  /** How many calls there are in a window. */
  public static int count(List<Instant> all, Instant from, Duration window) {
    return (int)
        all.stream()
            .filter(call -> !call.isBefore(from) && call.isBefore(from.plus(window)))
            .count();
  }
}

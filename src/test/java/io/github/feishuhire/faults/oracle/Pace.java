package io.github.feishuhire.faults.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

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
}

package io.github.feishuhire.benchmark;

import java.time.Duration;
import java.util.List;

/**
 * How long everything takes.
 *
 * @param runs of each worker at each latency, in turn
 * @param latencies of Feishu
 * @param warmUp jobs before those that are measured
 * @param measured jobs
 * @param submissions at once, against the limits
 * @param replicas that share these limits
 * @param deliveries whose results are awaited at once
 * @param queues jobs that wait in the engine
 */
record Scale(
    int runs,
    List<Duration> latencies,
    int warmUp,
    int measured,
    int submissions,
    List<Integer> replicas,
    int deliveries,
    List<Integer> queues) {

  private static final Scale SHORT =
      new Scale(
          1,
          List.of(Duration.ZERO, Duration.ofMillis(200)),
          500,
          500,
          1000,
          List.of(2),
          600,
          List.of(100, 1000));

  private static final Scale FULL =
      new Scale(
          3,
          List.of(Duration.ZERO, Duration.ofMillis(50), Duration.ofMillis(200)),
          3000,
          5000,
          3000,
          List.of(1, 2, 4),
          2000,
          List.of(100, 1000, 10_000));

  static Scale configured() {
    String name = System.getProperty("benchmark.size", "short");
    return switch (name) {
      case "short" -> SHORT;
      case "full" -> FULL;
      default -> throw new IllegalArgumentException("benchmark.size is short or full");
    };
  }
}

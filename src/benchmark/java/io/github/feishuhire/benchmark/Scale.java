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
 * @param awaits results awaited at once
 * @param queues jobs that wait in the engine
 * @param copiesChange whether copies come and go, which takes a quarter of an hour
 * @param events by each way in, one after the other
 */
record Scale(
    int runs,
    List<Duration> latencies,
    int warmUp,
    int measured,
    int submissions,
    List<Replicas> replicas,
    List<Awaits> awaits,
    List<Integer> queues,
    boolean copiesChange,
    int events) {

  /**
   * Workers that share one app.
   *
   * @param told what each of them takes for their number
   */
  record Replicas(int count, int told) {}

  /**
   * Deliveries whose results are awaited at once.
   *
   * @param task how long Feishu works on each
   */
  record Awaits(int deliveries, Duration task) {}

  private static final Awaits FEW = new Awaits(10, Duration.ofSeconds(3));

  private static final Scale SHORT =
      new Scale(
          1,
          List.of(Duration.ZERO, Duration.ofMillis(200)),
          500,
          500,
          1000,
          List.of(new Replicas(2, 2), new Replicas(2, 1)),
          List.of(FEW, new Awaits(600, Duration.ofSeconds(5))),
          List.of(100, 1000),
          false,
          200);

  private static final Scale FULL =
      new Scale(
          3,
          List.of(Duration.ZERO, Duration.ofMillis(50), Duration.ofMillis(200)),
          1000,
          1500,
          3000,
          List.of(new Replicas(1, 1), new Replicas(2, 2), new Replicas(4, 4), new Replicas(2, 1)),
          List.of(FEW, new Awaits(2000, Duration.ofSeconds(20))),
          List.of(100, 1000, 10_000),
          true,
          1000);

  static Scale configured() {
    String name = System.getProperty("benchmark.size", "short");
    return switch (name) {
      case "short" -> SHORT;
      case "full" -> FULL;
      default -> throw new IllegalArgumentException("benchmark.size is short or full");
    };
  }
}

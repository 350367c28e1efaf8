package io.github.feishuhire.benchmark;

import static java.util.Locale.ROOT;

import io.github.feishuhire.benchmark.Contestant.Heap;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.StandIn;
import io.github.feishuhire.testbed.feishu.Turn;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Part 4: the connector alone, with ever more jobs waiting in the engine. */
final class Growth {

  private static final Duration LATENCY = Duration.ofMillis(50);
  private static final int WARM_UP = 500;

  private record Result(int queued, double throughput, long rss, Heap heap) {}

  private final List<Result> results;

  Growth(Engine engine, Scale scale) {
    results = scale.queues().stream().map(queued -> run(engine, queued)).toList();
  }

  private static Result run(Engine engine, int queued) {
    String type = Peer.OURS.jobType();
    try (StandIn feishu = new StandIn()) {
      feishu.script().always(Kind.SUBMIT, Turn.late(LATENCY));
      URI baseUrl = feishu.baseUrl("worker");
      engine.fill(WARM_UP + queued, number -> Trial.start(Peer.OURS, number, baseUrl));
      long before = engine.completed(type);
      try (Contestant worker =
          Contestant.start(Peer.OURS.arguments(), engine, baseUrl, Trial.settings(Peer.OURS))) {
        Stretch stretch = new Stretch(engine, type, worker);
        Stretch.Point warmedUp = stretch.await(before + WARM_UP);
        Stretch.Point done = stretch.await(before + WARM_UP + queued);
        return new Result(queued, done.throughputSince(warmedUp), worker.peakRss(), worker.heap());
      }
    }
  }

  void report(Report report) {
    report.table(
        "Jobs waiting in the engine, at 50 ms",
        List.of("queued", "jobs/s", "peak RSS MB", "peak heap MB", "live heap MB"),
        results.stream().map(Growth::row).toList());
    double growth = (double) results.getLast().rss() / results.getFirst().rss();
    report.target(
        "memory flat: at most 1.1 of that with the shortest queue", growth, growth <= 1.1);
  }

  private static List<String> row(Result result) {
    return List.of(
        String.valueOf(result.queued()),
        String.format(ROOT, "%.0f", result.throughput()),
        String.valueOf(result.rss()),
        String.valueOf(result.heap().peak()),
        String.valueOf(result.heap().live()));
  }
}

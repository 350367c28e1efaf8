package io.github.feishuhire.benchmark;

import static java.util.Locale.ROOT;

import io.github.feishuhire.benchmark.Contestant.Heap;
import io.github.feishuhire.benchmark.Engine.Start;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.http.Api;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Part 3: many results awaited at once by one worker, which keeps to the limits. */
final class AwaitRun {

  /** As long as Feishu is taken to need. */
  private static final Duration TASK = Duration.ofSeconds(5);

  private final int deliveries;
  private final double seconds;
  private final double polls;
  private final long threads;
  private final long rss;
  private final Heap heap;

  AwaitRun(Engine engine, Scale scale) {
    deliveries = scale.deliveries();
    String type = Models.jobType(Models.AWAIT);
    SandboxSettings settings = SandboxSettings.DEFAULT.withoutRateLimits().withTaskDuration(TASK);
    try (Sandbox feishu = Sandbox.start(settings);
        Contestant worker = QuotaRun.sandboxed(engine, feishu, Map.of())) {
      List<String> tasks = new Submitter(feishu.baseUrl()).submit(deliveries);
      long before = engine.completed(type);
      long start = System.nanoTime();
      engine.fill(deliveries, number -> await(tasks.get(number)));
      long most = 0;
      while (engine.completed(type) < before + deliveries) {
        most = Math.max(most, worker.threads());
        Pause.of(Duration.ofMillis(500));
      }
      seconds = (System.nanoTime() - start) / 1e9;
      polls = (double) feishu.requests(Api.GET_DELIVERY_TASK).size() / deliveries;
      threads = most;
      rss = worker.peakRss();
      heap = worker.heap();
    }
  }

  private static Start await(String task) {
    return new Start(
        Models.AWAIT, Map.of("website_id", Trial.CANDIDATE.get("website_id"), "task_id", task));
  }

  void report(Report report) {
    report.table(
        deliveries + " results awaited at once by one worker, limits 50 a second and 1000 a minute",
        List.of(
            "time s",
            "polls per delivery",
            "threads",
            "peak RSS MB",
            "peak heap MB",
            "live heap MB"),
        List.of(
            List.of(
                String.format(ROOT, "%.1f", seconds),
                String.format(ROOT, "%.2f", polls),
                String.valueOf(threads),
                String.valueOf(rss),
                String.valueOf(heap.peak()),
                String.valueOf(heap.live()))));
  }
}

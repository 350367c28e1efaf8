package io.github.feishuhire.benchmark;

import static java.util.Locale.ROOT;

import io.github.feishuhire.benchmark.Contestant.Heap;
import io.github.feishuhire.benchmark.Engine.Start;
import io.github.feishuhire.benchmark.Scale.Awaits;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.http.Api;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Part 3: results awaited at once by one worker, which keeps to the limits: a few, and many. */
final class AwaitRun {

  /**
   * What was measured.
   *
   * @param seconds from the first submission to the last job
   */
  private record Result(
      Awaits awaits, double seconds, double polls, long threads, long rss, Heap heap) {}

  private final List<Result> results;

  AwaitRun(Engine engine, Scale scale) {
    results = scale.awaits().stream().map(awaits -> run(engine, awaits)).toList();
  }

  private static Result run(Engine engine, Awaits awaits) {
    SandboxSettings settings =
        SandboxSettings.DEFAULT.withoutRateLimits().withTaskDuration(awaits.task());
    try (Sandbox feishu = Sandbox.start(settings);
        Contestant worker = QuotaRun.sandboxed(engine, feishu, Map.of())) {
      Submitter submitter = new Submitter(feishu.baseUrl());
      engine.start(await(submitter.submit(1).getFirst())).toCompletableFuture().join(); // warms up
      String type = Models.jobType(Models.AWAIT);
      long before = engine.completed(type);
      int polled = feishu.requests(Api.GET_DELIVERY_TASK).size();
      long start = System.nanoTime();
      List<String> tasks = submitter.submit(awaits.deliveries());
      engine.fill(tasks.size(), number -> await(tasks.get(number)));
      long threads = 0;
      while (engine.completed(type) < before + tasks.size()) {
        threads = Math.max(threads, worker.threads());
        Pause.of(Duration.ofMillis(100));
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      double polls =
          (double) (feishu.requests(Api.GET_DELIVERY_TASK).size() - polled) / tasks.size();
      return new Result(awaits, seconds, polls, threads, worker.peakRss(), worker.heap());
    }
  }

  private static Start await(String task) {
    return new Start(
        Models.AWAIT, Map.of("website_id", Trial.CANDIDATE.get("website_id"), "task_id", task));
  }

  void report(Report report) {
    report.table(
        "Results awaited at once by one worker, limits 50 a second and 1000 a minute",
        List.of(
            "results",
            "Feishu's task s",
            "time s",
            "polls per delivery",
            "threads",
            "peak RSS MB",
            "peak heap MB",
            "live heap MB"),
        results.stream().map(AwaitRun::row).toList());
    Result few = results.getFirst();
    double late = few.seconds() - few.awaits().task().toMillis() / 1000.0;
    report.target("few results: told within 1.5 s", late, late <= 1.5);
    Result many = results.getLast();
    report.target("many results: at most 2 polls for each", many.polls(), many.polls() <= 2);
  }

  private static List<String> row(Result result) {
    return List.of(
        String.valueOf(result.awaits().deliveries()),
        String.valueOf(result.awaits().task().toSeconds()),
        String.format(ROOT, "%.1f", result.seconds()),
        String.format(ROOT, "%.2f", result.polls()),
        String.valueOf(result.threads()),
        String.valueOf(result.rss()),
        String.valueOf(result.heap().peak()),
        String.valueOf(result.heap().live()));
  }
}

package io.github.feishuhire.benchmark;

import static java.util.Locale.ROOT;

import io.github.feishuhire.benchmark.Engine.Start;
import io.github.feishuhire.benchmark.Scale.Replicas;
import io.github.feishuhire.faults.oracle.Pace;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.gateway.RecordedRequest;
import io.github.feishuhire.sandbox.http.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Part 2: many submissions at once against limits that the sandbox enforces. */
final class QuotaRun {

  /** What one worker takes from the engine at once. */
  private static final int CAPACITY = 150;

  private record Result(Replicas replicas, List<RecordedRequest> calls) {
    long refused() {
      return calls.stream().filter(call -> !call.executed()).count();
    }

    Duration time() {
      return timeOf(calls.size());
    }

    private Duration timeOf(int first) {
      return Duration.between(calls.getFirst().at(), calls.get(first - 1).at());
    }

    double ofOptimum() {
      return (double) time().toMillis() / optimum(calls.size()).toMillis();
    }

    /** How much of what is allowed was used until the engine had handed out the last job. */
    double usedWhileJobsWait() {
      int first = calls.size() - replicas.count() * CAPACITY;
      return (double) optimum(first).toMillis() / timeOf(first).toMillis();
    }

    /**
     * From the first of so many calls to the last: 45 in any second and 950 in any minute, divided
     * by the replicas, each as early as that allows.
     */
    private Duration optimum(int calls) {
      int perSecond = 45 / replicas.count() * replicas.count();
      int perMinute = 950 / replicas.count() * replicas.count();
      int last = calls - 1;
      return Duration.ofMinutes(last / perMinute)
          .plusNanos(Duration.ofSeconds(last % perMinute).toNanos() / perSecond);
    }

    int most(Duration window) {
      return Pace.most(calls.stream().map(RecordedRequest::at).toList(), window);
    }
  }

  private final List<Result> results;
  private final int submissions;

  QuotaRun(Engine engine, Scale scale) {
    submissions = scale.submissions();
    results = scale.replicas().stream().map(replicas -> run(engine, replicas)).toList();
  }

  private Result run(Engine engine, Replicas replicas) {
    String type = Models.jobType(Models.SUBMIT);
    long before = engine.completed(type);
    List<Contestant> workers = new ArrayList<>();
    try (Sandbox feishu = Sandbox.start()) {
      for (int i = 0; i < replicas.count(); i++) {
        workers.add(
            sandboxed(engine, feishu, Map.of("FEISHU_REPLICAS", String.valueOf(replicas.told()))));
      }
      workers.forEach(Contestant::awaitStart); // together, or the last one would begin late
      engine.fill(submissions, number -> new Start(Models.SUBMIT, Trial.CANDIDATE));
      new Stretch(engine, type, workers.getFirst()).await(before + submissions);
      return new Result(replicas, feishu.requests(Api.CREATE_BY_ATTACHMENT));
    } finally {
      workers.forEach(Contestant::close);
    }
  }

  static Contestant sandboxed(Engine engine, Sandbox feishu, Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("FEISHU_APP_ID", SandboxSettings.DEFAULT_APP.id());
    environment.put("FEISHU_APP_SECRET", SandboxSettings.DEFAULT_APP.secret());
    return Contestant.start(Peer.ours(List.of()), engine, feishu.baseUrl(), environment);
  }

  void report(Report report) {
    report.table(
        submissions + " submissions at once, limits 50 a second and 1000 a minute",
        List.of(
            "replicas",
            "FEISHU_REPLICAS",
            "time s",
            "of optimum",
            "used while jobs wait",
            "refused",
            "worst second",
            "worst minute"),
        results.stream().map(QuotaRun::row).toList());
    report.target(
        "submissions refused as too fast, where FEISHU_REPLICAS is right",
        rightlyTold().mapToDouble(Result::refused).sum(),
        rightlyTold().allMatch(result -> result.refused() == 0));
    double least = rightlyTold().mapToDouble(Result::usedWhileJobsWait).min().orElse(Double.NaN);
    report.target("at least 0.98 of the limits used there while jobs wait", least, least >= 0.98);
  }

  private Stream<Result> rightlyTold() {
    return results.stream().filter(one -> one.replicas().count() == one.replicas().told());
  }

  private static List<String> row(Result result) {
    return List.of(
        String.valueOf(result.replicas().count()),
        String.valueOf(result.replicas().told()),
        String.format(ROOT, "%.1f", result.time().toMillis() / 1000.0),
        String.format(ROOT, "%.2f", result.ofOptimum()),
        String.format(ROOT, "%.3f", result.usedWhileJobsWait()),
        String.valueOf(result.refused()),
        String.valueOf(result.most(Duration.ofSeconds(1))),
        String.valueOf(result.most(Duration.ofMinutes(1))));
  }
}

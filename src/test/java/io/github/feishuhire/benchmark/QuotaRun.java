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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Part 2: many submissions at once against limits that the sandbox enforces. */
final class QuotaRun {

  private record Result(
      Replicas replicas, Duration time, Duration optimum, List<RecordedRequest> calls) {
    long refused() {
      return calls.stream().filter(call -> !call.executed()).count();
    }

    double ofOptimum() {
      return (double) time.toMillis() / optimum.toMillis();
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
    engine.fill(submissions, number -> new Start(Models.SUBMIT, Trial.CANDIDATE));
    long before = engine.completed(type);
    List<Contestant> workers = new ArrayList<>();
    try (Sandbox feishu = Sandbox.start()) {
      for (int i = 0; i < replicas.count(); i++) {
        workers.add(
            sandboxed(engine, feishu, Map.of("FEISHU_REPLICAS", String.valueOf(replicas.told()))));
      }
      new Stretch(engine, type, workers.getFirst()).await(before + submissions);
      List<RecordedRequest> calls = feishu.requests(Api.CREATE_BY_ATTACHMENT);
      Instant last = calls.getLast().at();
      return new Result(
          replicas, Duration.between(calls.getFirst().at(), last), optimum(replicas), calls);
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

  /**
   * From the first call to the last: 45 in any second and 950 in any minute, divided by the
   * replicas, each as early as that allows.
   */
  private Duration optimum(Replicas replicas) {
    int perSecond = 45 / replicas.count() * replicas.count();
    int perMinute = 950 / replicas.count() * replicas.count();
    int last = submissions - 1;
    return Duration.ofMinutes(last / perMinute).plusSeconds(last % perMinute / perSecond);
  }

  void report(Report report) {
    report.table(
        submissions + " submissions at once, limits 50 a second and 1000 a minute",
        List.of(
            "replicas",
            "FEISHU_REPLICAS",
            "time s",
            "of optimum",
            "refused",
            "worst second",
            "worst minute"),
        results.stream().map(QuotaRun::row).toList());
    report.target(
        "submissions refused as too fast, where FEISHU_REPLICAS is right",
        rightlyTold().mapToDouble(Result::refused).sum(),
        rightlyTold().allMatch(result -> result.refused() == 0));
    double slowest = rightlyTold().mapToDouble(Result::ofOptimum).max().orElse(0);
    report.target("time at most 1.02 of the optimum there", slowest, slowest <= 1.02);
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
        String.valueOf(result.refused()),
        String.valueOf(result.most(Duration.ofSeconds(1))),
        String.valueOf(result.most(Duration.ofMinutes(1))));
  }
}

package io.github.feishuhire.benchmark;

import static java.util.Locale.ROOT;

import io.github.feishuhire.benchmark.Engine.Start;
import io.github.feishuhire.faults.oracle.Pace;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.gateway.RecordedRequest;
import io.github.feishuhire.sandbox.http.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Part 5: copies that come and go under load, and count themselves by the addresses of a name. */
final class CopiesRun {

  /** As many as the phases take, until the last of them has settled. */
  private static final int SUBMISSIONS = 7600;

  private static final int MOST = 4;
  private static final int PER_MINUTE = 950;
  private static final Duration SETTLED = Duration.ofMinutes(2);

  /** Enough for all to know of a change, and to take what it gives them. */
  private static final Duration CHANGE = Duration.ofMinutes(3);

  private record Phase(String title, boolean settled, Instant from, Instant to) {

    int made(List<Instant> calls) {
      return Pace.count(calls, from, Duration.between(from, to));
    }

    /** Of what the limit of a minute leaves. */
    double used(List<Instant> calls) {
      double minutes = Duration.between(from, to).toMillis() / 60_000.0;
      return made(calls) / (PER_MINUTE * minutes);
    }
  }

  private final Engine engine;
  private final HostsFiles hosts = new HostsFiles(Benchmark.FOLDER, MOST);
  private final List<Contestant> workers = new ArrayList<>();
  private final List<Phase> phases = new ArrayList<>();
  private final List<RecordedRequest> calls;

  CopiesRun(Engine engine) {
    this.engine = engine;
    String type = Models.jobType(Models.SUBMIT);
    long before = engine.completed(type);
    try (Sandbox feishu = Sandbox.start()) {
      hosts.announce(1);
      add(feishu);
      workers.getFirst().awaitStart();
      engine.fill(SUBMISSIONS, number -> new Start(Models.SUBMIT, Trial.CANDIDATE));
      phase("1 copy", true, () -> Pause.of(SETTLED));
      hosts.announce(MOST);
      IntStream.range(1, MOST).forEach(number -> add(feishu));
      phase("3 more begin", false, () -> Pause.of(CHANGE));
      phase(MOST + " copies", true, () -> Pause.of(SETTLED));
      hosts.announce(1);
      workers.subList(1, MOST).forEach(Contestant::stop);
      phase("3 have ended", false, () -> Pause.of(CHANGE));
      phase(
          "1 copy again",
          true,
          () -> new Stretch(engine, type, workers.getFirst()).await(before + SUBMISSIONS));
      calls = feishu.requests(Api.CREATE_BY_ATTACHMENT);
    } finally {
      workers.forEach(Contestant::close);
    }
  }

  private void add(Sandbox feishu) {
    Map<String, String> settings =
        Map.of(
            "FEISHU_REPLICAS",
            "dns:" + HostsFiles.NAME,
            "JDK_JAVA_OPTIONS",
            "-Djdk.net.hosts.file=" + hosts.of(workers.size()));
    workers.add(QuotaRun.sandboxed(engine, feishu, settings));
  }

  private void phase(String title, boolean settled, Runnable passes) {
    Instant from = Instant.now();
    passes.run();
    phases.add(new Phase(title, settled, from, Instant.now()));
  }

  void report(Report report) {
    List<Instant> all = calls.stream().map(RecordedRequest::at).toList();
    List<List<String>> rows = new ArrayList<>();
    phases.forEach(
        phase ->
            rows.add(
                List.of(
                    phase.title(),
                    String.valueOf(Duration.between(phase.from(), phase.to()).toSeconds()),
                    String.valueOf(phase.made(all)),
                    String.format(ROOT, "%.3f", phase.used(all)))));
    report.table(
        "Copies that come and go while jobs wait, limit " + PER_MINUTE + " a minute",
        List.of("", "s", "submissions", "of the limit"),
        rows);
    double refused = calls.stream().mapToInt(call -> call.executed() ? 0 : 1).sum();
    report.target("submissions refused while copies come and go", refused, refused == 0);
    int minute = Pace.most(all, Duration.ofMinutes(1));
    report.target("worst minute while copies come and go", minute, minute <= 1000);
    double least =
        phases.stream()
            .filter(Phase::settled)
            .mapToDouble(phase -> phase.used(all))
            .min()
            .orElse(Double.NaN);
    report.target("at least 0.95 of the limit between the changes", least, least >= 0.95);
  }
}

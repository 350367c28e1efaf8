package io.github.feishuhire.benchmark;

import static java.util.Locale.ROOT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** Part 1: every worker at every latency, one after the other, round after round. */
final class Throughput {

  private record Case(Peer peer, Duration latency) {}

  private final Map<Case, List<Trial.Result>> results = new ConcurrentHashMap<>();
  private final List<Duration> latencies;

  Throughput(Engine engine, Scale scale) {
    latencies = scale.latencies();
    Trial trial = new Trial(engine, scale);
    for (int run = 0; run < scale.runs(); run++) {
      for (Duration latency : latencies) {
        for (Peer peer : Peer.values()) {
          Case one = new Case(peer, latency);
          if (isMeasured(one)) {
            Trial.Result result = trial.run(peer, latency);
            System.out.println(one + " " + result);
            results.computeIfAbsent(one, key -> new ArrayList<>()).add(result);
          }
        }
      }
    }
  }

  /** Who calls nobody knows no latency. */
  private static boolean isMeasured(Case one) {
    return one.peer() != Peer.NOOP || one.latency().isZero();
  }

  void report(Report report) {
    List<List<String>> rows = new ArrayList<>();
    for (Duration latency : latencies) {
      Arrays.stream(Peer.values())
          .map(peer -> new Case(peer, latency))
          .filter(Throughput::isMeasured)
          .forEach(one -> rows.add(row(one)));
    }
    report.table(
        "Submissions: medians of " + results.values().iterator().next().size() + " runs in turn",
        List.of(
            "latency",
            "worker",
            "jobs/s",
            "of bare",
            "CPU ms/job",
            "of bare",
            "peak RSS MB",
            "peak heap MB",
            "live heap MB",
            "started after s",
            "first job after s"),
        rows);
    latencies.forEach(latency -> judge(report, latency));
    List<Case> ours = latencies.stream().map(latency -> new Case(Peer.OURS, latency)).toList();
    double rss = ours.stream().mapToDouble(one -> median(one, Trial.Result::rss)).max().orElse(0);
    double start =
        ours.stream().mapToDouble(one -> median(one, Trial.Result::started)).max().orElse(0);
    report.target("peak memory below 200 MB", rss, rss < 200);
    report.target("ready in under 4 s", start, start < 4);
  }

  private void judge(Report report, Duration latency) {
    String at = " at " + latency.toMillis() + " ms";
    double least = latency.isZero() ? 0.75 : latency.toMillis() < 200 ? 1.0 : 1.5;
    double fast = ratio(latency, Peer.BARE, Trial.Result::throughput);
    report.target("throughput at least " + least + " of bare" + at, fast, fast >= least);
    if (latency.equals(Duration.ofMillis(200))) {
      double ofRuntime = ratio(latency, Peer.CONNECTOR_RUNTIME, Trial.Result::throughput);
      report.target("throughput at least 5 of connector runtime" + at, ofRuntime, ofRuntime >= 5);
    }
    double ofBare = ratio(latency, Peer.BARE, Trial.Result::cpuPerJob);
    report.target("CPU per job at most 1.4 of bare" + at, ofBare, ofBare <= 1.4);
    double ofRuntime = ratio(latency, Peer.CONNECTOR_RUNTIME, Trial.Result::cpuPerJob);
    report.target(
        "CPU per job less than 0.5 of connector runtime" + at, ofRuntime, ofRuntime < 0.5);
  }

  private double ratio(Duration latency, Peer to, ToDoubleFunction<Trial.Result> what) {
    return median(new Case(Peer.OURS, latency), what) / median(new Case(to, latency), what);
  }

  private List<String> row(Case one) {
    Case bare = new Case(Peer.BARE, one.latency());
    double throughput = median(one, Trial.Result::throughput);
    double cpu = median(one, Trial.Result::cpuPerJob);
    return List.of(
        one.latency().toMillis() + " ms",
        one.peer().title(),
        String.format(ROOT, "%.0f", throughput),
        String.format(ROOT, "%.2f", throughput / median(bare, Trial.Result::throughput)),
        String.format(ROOT, "%.2f", cpu),
        String.format(ROOT, "%.2f", cpu / median(bare, Trial.Result::cpuPerJob)),
        String.format(ROOT, "%.0f", median(one, Trial.Result::rss)),
        String.format(ROOT, "%.0f", median(one, result -> result.heap().peak())),
        String.format(ROOT, "%.0f", median(one, result -> result.heap().live())),
        started(median(one, Trial.Result::started)),
        String.format(ROOT, "%.1f", median(one, Trial.Result::firstJob)));
  }

  private static String started(double seconds) {
    return Double.isNaN(seconds) ? "" : String.format(ROOT, "%.1f", seconds);
  }

  private double median(Case one, ToDoubleFunction<Trial.Result> what) {
    double[] sorted =
        Objects.requireNonNull(results.get(one)).stream().mapToDouble(what).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}

package io.github.feishuhire.benchmark;

import io.github.feishuhire.benchmark.Contestant.Heap;
import io.github.feishuhire.benchmark.Engine.Start;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.StandIn;
import io.github.feishuhire.testbed.feishu.Turn;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * One worker, one latency, once: the engine is full when it starts, it warms up, and then a stretch
 * of its work is measured.
 */
final class Trial {

  /** The documentation's example. */
  static final Map<String, Object> CANDIDATE =
      Map.of(
          "website_id", "7047318856652261676",
          "job_post_id", "6960663240925956636",
          "user_id", "6960663240925956634",
          "resume_file_id", "7095614894070434092");

  /**
   * What was measured.
   *
   * @param startUp from the start of the process to its first finished job
   * @param throughput jobs per second
   * @param cpuPerJob in milliseconds
   * @param rss the most, in MB
   */
  record Result(double startUp, double throughput, double cpuPerJob, double rss, Heap heap) {}

  private final Engine engine;
  private final Scale scale;

  Trial(Engine engine, Scale scale) {
    this.engine = engine;
    this.scale = scale;
  }

  Result run(Peer peer, Duration latency) {
    try (StandIn feishu = new StandIn()) {
      if (latency.isPositive()) {
        feishu.script().always(Kind.SUBMIT, Turn.late(latency));
      }
      URI baseUrl = feishu.baseUrl("worker");
      var first = engine.start(start(peer, 0, baseUrl)).toCompletableFuture();
      engine.fill(jobs(latency), number -> start(peer, number, baseUrl));
      long launch = System.nanoTime();
      try (Contestant contestant =
          Contestant.start(peer.arguments(), engine, baseUrl, settings(peer))) {
        first.join();
        double startUp = (System.nanoTime() - launch) / 1e9;
        return measure(peer, contestant, startUp);
      } finally {
        engine.drain(peer.jobType());
      }
    }
  }

  private Result measure(Peer peer, Contestant contestant, double startUp) {
    Pause.of(scale.warmUp());
    long failedBefore = engine.failed(peer.jobType());
    long doneBefore = engine.completed(peer.jobType());
    Duration cpuBefore = contestant.cpu();
    long before = System.nanoTime();
    Pause.of(scale.stretch());
    long done = engine.completed(peer.jobType()) - doneBefore;
    Duration cpu = contestant.cpu().minus(cpuBefore);
    double seconds = (System.nanoTime() - before) / 1e9;
    long rss = contestant.peakRss();
    Heap heap = contestant.heap();
    Pause.of(Duration.ofMillis(500));
    if (engine.completed(peer.jobType()) == doneBefore + done) {
      throw new IllegalStateException(peer + " had nothing left to do");
    }
    if (engine.failed(peer.jobType()) != failedBefore) {
      throw new IllegalStateException(peer + " failed jobs");
    }
    return new Result(startUp, done / seconds, cpu.toNanos() / 1e6 / done, rss, heap);
  }

  /** More than can be done in the time, by the engine or with 40 calls at once. */
  private int jobs(Duration latency) {
    double perSecond = latency.isZero() ? 1000 : Math.min(1000, 40_000.0 / latency.toMillis());
    return (int) (perSecond * scale.warmUp().plus(scale.stretch()).plusSeconds(2).toSeconds());
  }

  static Start start(Peer peer, int number, URI baseUrl) {
    String process =
        peer.process().equals(Models.SUBMIT)
            ? Models.submitWith(number % Models.CONNECTIONS)
            : peer.process();
    Map<String, Object> variables = new HashMap<>(CANDIDATE);
    variables.put("base_url", baseUrl.toString());
    return new Start(process, variables);
  }

  /** Its default connection must be there, and is not used. */
  static Map<String, String> settings(Peer peer) {
    return peer == Peer.OURS
        ? Map.of("FEISHU_APP_ID", "cli_bench", "FEISHU_APP_SECRET", "secret")
        : Map.of();
  }
}

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
 * One worker, one latency, once: its jobs are waiting when it starts, the first ones warm it up,
 * the next ones are measured.
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
   * @param started as Spring Boot says; NaN without it
   * @param firstJob from the start of the process to its first finished job
   * @param throughput jobs per second
   * @param cpuPerJob in milliseconds
   * @param rss the most, in MB
   */
  record Result(
      double started,
      double firstJob,
      double throughput,
      double cpuPerJob,
      double rss,
      Heap heap) {}

  /** So that nobody runs out of jobs while being measured. */
  private static final int TAIL = 64;

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
      long before = engine.completed(peer.jobType());
      long failed = bad(peer);
      int warm = scale.warmUp() / peer.share();
      int measured = scale.measured() / peer.share();
      var first = engine.start(start(peer, 0, baseUrl)).toCompletableFuture();
      engine.fill(warm + measured + TAIL, number -> start(peer, number, baseUrl));
      long launch = System.nanoTime();
      try (Contestant contestant =
          Contestant.start(peer.arguments(), engine, baseUrl, settings(peer))) {
        while (!first.isDone()) {
          contestant.cpu(); // throws when it has ended
          Pause.of(Duration.ofMillis(20));
        }
        first.join();
        double firstJob = (System.nanoTime() - launch) / 1e9;
        Stretch stretch = new Stretch(engine, peer.jobType(), contestant);
        Stretch.Point warmedUp = stretch.await(before + warm);
        Stretch.Point done = stretch.await(before + warm + measured);
        long rss = contestant.peakRss();
        Heap heap = contestant.heap();
        stretch.await(before + 1 + warm + measured + TAIL);
        if (bad(peer) != failed) {
          throw new IllegalStateException(peer + " failed jobs");
        }
        return new Result(
            contestant.started(),
            firstJob,
            done.throughputSince(warmedUp),
            done.cpuPerJobSince(warmedUp),
            rss,
            heap);
      }
    }
  }

  /** A job that the connector gives back until it is its turn counts as failed in the engine. */
  private long bad(Peer peer) {
    long errors = engine.ended(peer.jobType());
    return peer == Peer.OURS ? errors : errors + engine.failed(peer.jobType());
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

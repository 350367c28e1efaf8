package io.github.feishuhire.benchmark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.feishuhire.benchmark.Engine.Start;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.event.EventSettings;
import io.github.feishuhire.sandbox.event.Webhook;
import io.github.feishuhire.testbed.process.FreePort;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Part 6: events of Feishu, one after the other, each for a process that waits for it. */
final class EventRun {

  private enum Way {
    LONG_CONNECTION,
    WEBHOOK;

    String inWords() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * What was measured.
   *
   * @param millis from each event to the end of its process, in order of size
   */
  private record Result(Way way, List<Long> millis) {

    long atMost(double share) {
      return millis.get((int) Math.ceil(share * millis.size()) - 1);
    }
  }

  private static final String APP = SandboxSettings.DEFAULT_APP.id();
  private static final Duration BETWEEN = Duration.ofMillis(50);
  private static final Duration UNTIL_ALL_WAIT = Duration.ofSeconds(3);
  private static final int WARM_UP = 50;

  private final List<Result> results = new ArrayList<>();

  EventRun(Engine engine, Scale scale) {
    for (Way way : Way.values()) {
      results.add(run(engine, way, scale.events()));
    }
  }

  private static Result run(Engine engine, Way way, int events) {
    int port = FreePort.find();
    try (Sandbox feishu = Sandbox.start(settings(way, port));
        Contestant worker = QuotaRun.sandboxed(engine, feishu, environment(way, port))) {
      worker.awaitStart();
      while (way == Way.LONG_CONNECTION && feishu.longConnections().count(APP) == 0) {
        Pause.of(BETWEEN);
      }
      happen(engine, feishu, way, 0, WARM_UP);
      return new Result(
          way, happen(engine, feishu, way, WARM_UP, events).stream().sorted().toList());
    }
  }

  private static SandboxSettings settings(Way way, int port) {
    EventSettings events =
        switch (way) {
          case LONG_CONNECTION -> EventSettings.DEFAULT;
          case WEBHOOK ->
              EventSettings.DEFAULT.withWebhook(
                  APP,
                  new Webhook(
                      URI.create("http://127.0.0.1:" + port + "/feishu/events"), "key", "token"));
        };
    return SandboxSettings.DEFAULT.withEvents(events);
  }

  private static Map<String, String> environment(Way way, int port) {
    return switch (way) {
      case LONG_CONNECTION -> Map.of("FEISHU_EVENTS_MODE", "long-connection");
      case WEBHOOK ->
          Map.of(
              "FEISHU_EVENTS_MODE", "webhook",
              "FEISHU_EVENTS_PORT", String.valueOf(port),
              "FEISHU_EVENTS_ENCRYPT_KEY", "key",
              "FEISHU_EVENTS_VERIFICATION_TOKEN", "token");
    };
  }

  /** How many milliseconds each took. */
  private static List<Long> happen(Engine engine, Sandbox feishu, Way way, int from, int count) {
    List<CompletableFuture<Long>> ends = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      Start start = new Start(Models.EVENT, Map.of("application_id", id(way, from + number)));
      ends.add(engine.start(start).toCompletableFuture().thenApply(end -> System.nanoTime()));
    }
    Pause.of(UNTIL_ALL_WAIT);
    List<Long> begins = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      begins.add(System.nanoTime());
      feishu
          .events()
          .happened(
              "hire.application.stage_changed_v1",
              JsonNodeFactory.instance
                  .objectNode()
                  .put("application_id", id(way, from + number))
                  .put("target_stage_id", "1"));
      Pause.of(BETWEEN);
    }
    List<Long> millis = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      millis.add((ends.get(number).join() - begins.get(number)) / 1_000_000);
    }
    return millis;
  }

  private static String id(Way way, int number) {
    return way.name() + number;
  }

  void report(Report report) {
    report.table(
        "From an event of Feishu to the end of the process that waits for it, 20 events a second",
        List.of("way in", "events", "median ms", "95 of 100 within ms", "slowest ms"),
        results.stream().map(EventRun::row).toList());
    long slower = results.stream().mapToLong(one -> one.atMost(0.5)).max().orElseThrow();
    report.target("median from event to process below 200 ms", (double) slower, slower < 200);
  }

  private static List<String> row(Result result) {
    return List.of(
        result.way().inWords(),
        String.valueOf(result.millis().size()),
        String.valueOf(result.atMost(0.5)),
        String.valueOf(result.atMost(0.95)),
        String.valueOf(result.atMost(1)));
  }
}

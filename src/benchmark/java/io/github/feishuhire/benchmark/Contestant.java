package io.github.feishuhire.benchmark;

import io.github.feishuhire.testbed.process.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A worker in a JVM of its own, and what it has used. */
final class Contestant implements AutoCloseable {

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final Pattern STARTED = Pattern.compile("process running for ([0-9.]+)");
  private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");

  private final ChildProcess process;
  private final Path log;
  private final Path collections;

  private Contestant(ChildProcess process, Path log, Path collections) {
    this.process = process;
    this.log = log;
    this.collections = collections;
  }

  /**
   * Starts one; it serves as soon as it can.
   *
   * @param arguments what follows {@code java}
   * @param settings further environment
   */
  static Contestant start(
      List<String> arguments, Engine engine, URI feishu, Map<String, String> settings) {
    int number = NUMBERS.incrementAndGet();
    Path log = Benchmark.FOLDER.resolve("worker-" + number + ".log");
    Path collections = Benchmark.FOLDER.resolve("worker-" + number + "-gc.log");
    List<String> all = new ArrayList<>();
    all.add("-Xlog:gc:file=" + collections);
    all.addAll(arguments);
    Map<String, String> environment = new HashMap<>();
    environment.put("CAMUNDA_CLIENT_MODE", "self-managed");
    environment.put("CAMUNDA_CLIENT_GRPC_ADDRESS", engine.address().toString());
    environment.put("CAMUNDA_CLIENT_PREFER_REST_OVER_GRPC", "false");
    environment.put("SERVER_PORT", "0");
    environment.put("MALLOC_ARENA_MAX", "2");
    environment.put("FEISHU_BASE_URL", feishu.toString());
    environment.putAll(settings);
    return new Contestant(ChildProcess.java(all, environment, log), log, collections);
  }

  /**
   * Processor time so far.
   *
   * @throws IllegalStateException when it has ended
   */
  Duration cpu() {
    return ProcessHandle.of(process.pid())
        .flatMap(one -> one.info().totalCpuDuration())
        .orElseThrow(() -> new IllegalStateException("ended: " + log));
  }

  /** Seconds from its start until Spring Boot called it started; NaN without Spring Boot. */
  double started() {
    try {
      Matcher matcher = STARTED.matcher(Files.readString(log));
      return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when Spring Boot has called it started. */
  void awaitStart() {
    while (Double.isNaN(started())) {
      Duration unused = cpu(); // throws when it has ended
      Pause.of(Duration.ofMillis(20));
    }
  }

  /** Most memory it ever had, in MB. */
  long peakRss() {
    return status("VmHWM") / 1024;
  }

  /** Operating system threads now. */
  long threads() {
    return status("Threads");
  }

  /** The heap in use, in MB. */
  record Heap(long peak, long live) {}

  /** Collects garbage. */
  Heap heap() {
    try {
      new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
              String.valueOf(process.pid()),
              "GC.run")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
      Matcher matcher = COLLECTION.matcher(Files.readString(collections));
      long peak = 0;
      long live = 0;
      while (matcher.find()) {
        peak = Math.max(peak, Long.parseLong(matcher.group(1)));
        live = Long.parseLong(matcher.group(2));
      }
      return new Heap(peak, live);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private long status(String name) {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith(name + ":"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("ended: " + log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As Kubernetes does; it has finished its running jobs when this returns. */
  void stop() {
    int unused = process.terminate(60);
  }

  @Override
  public void close() {
    process.kill();
  }
}

package io.github.feishuhire.benchmark;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The connector beside other workers: throughput, processor time, memory, start-up; then its
 * growth, its waiting, its limits, its copies and its events. Every worker has its own JVM, and
 * nobody runs beside another.
 */
public final class Benchmark {

  static final Path FOLDER = Path.of("target", "benchmark").toAbsolutePath();

  /** What was measured. */
  @FunctionalInterface
  private interface Part {
    void report(Report report);
  }

  private Benchmark() {}

  private static Map<String, BiFunction<Engine, Scale, Part>> parts(Scale chosen) {
    Map<String, BiFunction<Engine, Scale, Part>> parts = new LinkedHashMap<>();
    parts.put("throughput", (engine, scale) -> new Throughput(engine, scale)::report);
    parts.put("growth", (engine, scale) -> new Growth(engine, scale)::report);
    parts.put("await", (engine, scale) -> new AwaitRun(engine, scale)::report);
    parts.put("quota", (engine, scale) -> new QuotaRun(engine, scale)::report);
    parts.put("copies", (engine, scale) -> new CopiesRun(engine)::report);
    parts.put("events", (engine, scale) -> new EventRun(engine, scale)::report);
    String only = System.getProperty("benchmark.part", "");
    if (!only.isEmpty() && !parts.containsKey(only)) {
      throw new IllegalArgumentException("benchmark.part is one of " + parts.keySet());
    }
    parts.keySet().removeIf(name -> !only.isEmpty() && !name.equals(only));
    if (only.isEmpty() && !chosen.copiesChange()) {
      parts.remove("copies");
    }
    return parts;
  }

  /** Prints the tables and leaves them in {@code target/benchmark/table.md}. */
  public static void main(String[] args) {
    LoggingSystem.get(Benchmark.class.getClassLoader()).setLogLevel("ROOT", LogLevel.WARN);
    Scale scale = Scale.configured();
    Map<String, BiFunction<Engine, Scale, Part>> parts = parts(scale);
    Report report = new Report();
    try (Engine engine = new Engine()) {
      parts.values().forEach(part -> part.apply(engine, scale).report(report));
    }
    report.publish(FOLDER.resolve("table.md"));
  }
}

package io.github.feishuhire.benchmark;

import java.nio.file.Path;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The connector beside other workers: throughput, processor time, memory, start-up; then its
 * limits, its waiting and its growth. Every worker has its own JVM, and nobody runs beside another.
 */
public final class Benchmark {

  static final Path FOLDER = Path.of("target", "benchmark").toAbsolutePath();

  private Benchmark() {}

  /** Prints the tables and leaves them in {@code target/benchmark/table.md}. */
  public static void main(String[] args) {
    LoggingSystem.get(Benchmark.class.getClassLoader()).setLogLevel("ROOT", LogLevel.WARN);
    Scale scale = Scale.configured();
    Report report = new Report();
    try (Engine engine = new Engine()) {
      new Throughput(engine, scale).report(report);
      new Growth(engine, scale).report(report);
      new AwaitRun(engine, scale).report(report);
      new QuotaRun(engine, scale).report(report);
    }
    report.publish(FOLDER.resolve("table.md"));
  }
}

package io.github.feishuhire.benchmark;

import java.time.Duration;

/** What a worker does between two points of its work. */
final class Stretch {

  /**
   * A moment.
   *
   * @param completed jobs, ever
   * @param cpu of the worker, ever
   */
  record Point(long nanos, long completed, Duration cpu) {

    /** Jobs per second. */
    double throughputSince(Point before) {
      return (completed - before.completed) / ((nanos - before.nanos) / 1e9);
    }

    /** Milliseconds. */
    double cpuPerJobSince(Point before) {
      return cpu.minus(before.cpu).toNanos() / 1e6 / (completed - before.completed);
    }
  }

  /** The engine needs some milliseconds to tell. */
  private static final Duration INTERVAL = Duration.ofMillis(200);

  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Engine engine;
  private final String jobType;
  private final Contestant worker;

  Stretch(Engine engine, String jobType, Contestant worker) {
    this.engine = engine;
    this.jobType = jobType;
    this.worker = worker;
  }

  /**
   * The moment in which so many jobs have been completed.
   *
   * @throws IllegalStateException when the worker has ended, or takes longer than half an hour
   */
  Point await(long completed) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < LONGEST.toNanos()) {
      Point now = new Point(System.nanoTime(), engine.completed(jobType), worker.cpu());
      if (now.completed() >= completed) {
        return now;
      }
      Pause.of(INTERVAL);
    }
    throw new IllegalStateException("jobs of " + jobType + " did not get done");
  }
}

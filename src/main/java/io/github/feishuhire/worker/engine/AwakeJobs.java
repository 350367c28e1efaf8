package io.github.feishuhire.worker.engine;

import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Jobs that were given back so that they are handed out again, and are not here yet. */
final class AwakeJobs {

  /** After that, another worker has it. */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(2);

  private record Awake(String connection, Instant since) {}

  private final Time time;
  private final Map<Long, Awake> byKey = new HashMap<>();

  AwakeJobs(Time time) {
    this.time = time;
  }

  synchronized void add(long key, String connection) {
    byKey.put(key, new Awake(connection, time.now()));
  }

  /** It was handed out, to us; harmless for one that is not awake. */
  synchronized void arrived(long key) {
    byKey.remove(key);
  }

  synchronized int count(String connection) {
    Instant now = time.now();
    byKey.values().removeIf(one -> now.isAfter(one.since().plus(ON_ITS_WAY)));
    return (int) byKey.values().stream().filter(one -> one.connection().equals(connection)).count();
  }
}

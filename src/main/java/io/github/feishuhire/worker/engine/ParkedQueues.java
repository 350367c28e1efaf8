package io.github.feishuhire.worker.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The parked jobs of each connection, the oldest first. */
final class ParkedQueues {

  private final int most;
  private final Map<String, NavigableMap<Long, ParkedJob>> byConnection = new HashMap<>();
  private int size;

  /**
   * @param most jobs, of all connections
   */
  ParkedQueues(int most) {
    this.most = most;
  }

  /** False when there is no room. */
  synchronized boolean add(String connection, ParkedJob job) {
    if (size >= most) {
      return false;
    }
    ParkedJob same = of(connection).put(job.key(), job);
    size += same == null ? 1 : 0;
    return true;
  }

  synchronized int count(String connection) {
    return of(connection).size();
  }

  /** Those that have any. */
  synchronized Set<String> connections() {
    return byConnection.entrySet().stream()
        .filter(one -> !one.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  synchronized List<ParkedJob> takeOldest(String connection, int atMost) {
    NavigableMap<Long, ParkedJob> queue = of(connection);
    List<ParkedJob> oldest = new ArrayList<>();
    while (oldest.size() < atMost && !queue.isEmpty()) {
      oldest.add(queue.pollFirstEntry().getValue());
      size--;
    }
    return oldest;
  }

  synchronized List<ParkedJob> toBeExtended(String connection, int atMost) {
    return of(connection).values().stream()
        .filter(ParkedJob::isToBeExtended)
        .limit(atMost)
        .toList();
  }

  /** Those that were taken meanwhile stay away. */
  synchronized void extended(String connection, List<ParkedJob> jobs) {
    NavigableMap<Long, ParkedJob> queue = of(connection);
    jobs.forEach(job -> queue.replace(job.key(), job));
  }

  /** Forgets those that are somebody else's by now. */
  synchronized void removeLost(String connection) {
    NavigableMap<Long, ParkedJob> queue = of(connection);
    int before = queue.size();
    queue.values().removeIf(ParkedJob::isLost);
    size -= before - queue.size();
  }

  private NavigableMap<Long, ParkedJob> of(String connection) {
    return byConnection.computeIfAbsent(connection, name -> new TreeMap<>());
  }
}

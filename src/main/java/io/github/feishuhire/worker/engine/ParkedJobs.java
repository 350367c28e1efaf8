package io.github.feishuhire.worker.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.ActivatedJob;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jobs that cannot be run now, and that stood before others that can.
 *
 * <p>The engine hands out the oldest jobs first, whichever app they are for, and a job that is
 * given back is the oldest again. Whoever looks for the jobs of one app therefore has to take those
 * of all others out of the way. Given back with a delay, they would have to be taken again and
 * again, or be away for long after their app is well. So each is taken once and kept, by its key
 * alone, as ours: its lease is extended now and then. When its turn comes it is given back without
 * a delay, so that the engine hands it out as the oldest, to whichever worker has room. Should this
 * worker die, the engine has them all again at the end of their leases.
 */
final class ParkedJobs {

  private static final Logger LOG = LoggerFactory.getLogger(ParkedJobs.class);
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration WHEN_FULL = Duration.ofMinutes(5);
  private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

  /** After that, another worker has it. */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(2);

  private static final int MOST = 20_000;
  private static final int COMMANDS_AT_ONCE = 50;

  /**
   * @param length of the lease
   */
  private record Parked(long key, int retries, Lease lease, Duration length) {

    boolean isToBeExtended() {
      return lease.remaining().compareTo(length.dividedBy(2)) < 0;
    }

    Parked with(Lease longer) {
      return new Parked(key, retries, longer, LEASE);
    }
  }

  private record Awake(String connection, Instant since) {}

  private final CamundaClient client;
  private final String jobType;
  private final Time time;
  private final Map<String, TreeMap<Long, Parked>> byConnection = new HashMap<>();
  private final Map<Long, Awake> awake = new HashMap<>();
  private final Map<String, Instant> told = new HashMap<>();

  ParkedJobs(CamundaClient client, String jobType, Time time) {
    this.client = client;
    this.jobType = jobType;
    this.time = time;
  }

  /**
   * @param length of the lease
   */
  void park(ActivatedJob job, String connection, Lease lease, Duration length) {
    Parked parked = new Parked(job.getKey(), job.getRetries(), lease, length);
    boolean isFull;
    synchronized (this) {
      isFull = byConnection.values().stream().mapToInt(Map::size).sum() >= MOST;
      if (!isFull) {
        byConnection.computeIfAbsent(connection, name -> new TreeMap<>()).put(parked.key(), parked);
      }
    }
    if (isFull) {
      all(List.of(parked), one -> giveBack(one, WHEN_FULL));
    }
    tell(connection);
  }

  /** One line for many. */
  private void tell(String connection) {
    Instant now = time.now();
    Instant last = told.get(connection);
    if (last == null || now.isAfter(last.plus(BETWEEN_LINES))) {
      told.put(connection, now);
      LOG.info("{}: jobs of connection {} wait until it is their turn", jobType, connection);
    }
  }

  synchronized int count(String connection) {
    Map<Long, Parked> parked = byConnection.get(connection);
    return parked == null ? 0 : parked.size();
  }

  /** A job was handed out, be it again or for the first time. */
  synchronized void arrived(long key) {
    awake.remove(key);
  }

  /**
   * Has the engine hand out the oldest of them again.
   *
   * @param room for so many, those included that were woken a moment ago and are not here yet
   */
  void wake(String connection, int room) {
    int onTheirWay;
    synchronized (this) {
      awake.values().removeIf(one -> time.now().isAfter(one.since().plus(ON_ITS_WAY)));
      onTheirWay =
          (int) awake.values().stream().filter(one -> one.connection().equals(connection)).count();
    }
    giveBack(connection, room - onTheirWay);
  }

  /** How many the engine took. */
  private int giveBack(String connection, int jobs) {
    List<Parked> oldest = new ArrayList<>();
    synchronized (this) {
      TreeMap<Long, Parked> parked = byConnection.getOrDefault(connection, new TreeMap<>());
      while (oldest.size() < jobs && !parked.isEmpty()) {
        Parked one = parked.pollFirstEntry().getValue();
        oldest.add(one);
        awake.put(one.key(), new Awake(connection, time.now()));
      }
    }
    return all(oldest, one -> giveBack(one, Duration.ZERO)).size();
  }

  /** Keeps them ours; those that have slipped away are somebody else's. */
  void extend() {
    byConnection().forEach(this::extend);
  }

  private void extend(String connection, List<Parked> parked) {
    List<Parked> due =
        parked.stream().filter(Parked::isToBeExtended).limit(COMMANDS_AT_ONCE).toList();
    Lease longer = new Lease(LEASE, time);
    List<Parked> kept =
        all(due, one -> client.newUpdateTimeoutCommand(one.key()).timeout(LEASE).send());
    synchronized (this) {
      TreeMap<Long, Parked> current = byConnection.getOrDefault(connection, new TreeMap<>());
      kept.forEach(
          one -> current.computeIfPresent(one.key(), (key, old) -> old.with(longer.forAnother())));
      current.values().removeIf(one -> one.lease().remaining().isZero());
    }
  }

  /** Leaves nothing behind when the worker stops, unless the engine takes nothing. */
  void giveBackAll() {
    for (String connection : byConnection().keySet()) {
      while (count(connection) > 0 && giveBack(connection, COMMANDS_AT_ONCE) > 0) {
        LOG.debug("{}: {} jobs are still to be given back", jobType, count(connection));
      }
    }
  }

  private synchronized Map<String, List<Parked>> byConnection() {
    Map<String, List<Parked>> copy = new HashMap<>();
    byConnection.forEach(
        (connection, parked) -> copy.put(connection, List.copyOf(parked.values())));
    return copy;
  }

  private CamundaFuture<?> giveBack(Parked parked, Duration delay) {
    return client
        .newFailCommand(parked.key())
        .retries(parked.retries())
        .retryBackoff(delay)
        .errorMessage("It waited for its turn.")
        .send();
  }

  private interface Command {
    CamundaFuture<?> send(Parked parked);
  }

  /** Only while they are ours; those of which the engine took it. */
  private static List<Parked> all(List<Parked> parked, Command command) {
    List<Parked> taken = new ArrayList<>();
    for (int from = 0; from < parked.size(); from += COMMANDS_AT_ONCE) {
      List<Parked> part = parked.subList(from, Math.min(from + COMMANDS_AT_ONCE, parked.size()));
      Map<Parked, CamundaFuture<?>> sent = new HashMap<>();
      part.stream()
          .filter(one -> one.lease().remaining().compareTo(Duration.ofSeconds(1)) > 0)
          .forEach(one -> sent.put(one, command.send(one)));
      sent.forEach(
          (one, future) -> {
            try {
              future.join();
              taken.add(one);
            } catch (ClientException gone) {
              LOG.debug("job {} could not be kept: {}", one.key(), gone.getClass().getSimpleName());
            }
          });
    }
    return taken;
  }
}

package io.github.feishuhire.worker.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final int MOST = 20_000;

  private final String jobType;
  private final Time time;
  private final ParkedJobCommands commands;
  private final AwakeJobs awake;
  private final ParkedQueues queues = new ParkedQueues(MOST);
  private final Map<String, Instant> told = new HashMap<>();

  ParkedJobs(CamundaClient client, String jobType, Time time) {
    this.jobType = jobType;
    this.time = time;
    this.commands = new ParkedJobCommands(client);
    this.awake = new AwakeJobs(time);
  }

  /**
   * @param length of the lease
   */
  void park(ActivatedJob job, String connection, Lease lease, Duration length) {
    ParkedJob parked = new ParkedJob(job.getKey(), job.getRetries(), lease, length);
    if (!queues.add(connection, parked)) {
      commands.giveBack(List.of(parked), WHEN_FULL);
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

  int count(String connection) {
    return queues.count(connection);
  }

  /** A job was handed out, be it again or for the first time. */
  void arrived(long key) {
    awake.arrived(key);
  }

  /**
   * Has the engine hand out the oldest of them again.
   *
   * @param room for so many, those included that were woken a moment ago and are not here yet
   */
  void wake(String connection, int room) {
    giveBack(connection, room - awake.count(connection));
  }

  /** How many the engine took. */
  private int giveBack(String connection, int jobs) {
    List<ParkedJob> oldest = queues.takeOldest(connection, jobs);
    oldest.forEach(one -> awake.add(one.key(), connection));
    return commands.giveBack(oldest, Duration.ZERO).size();
  }

  /** Keeps them ours; those that have slipped away are somebody else's. */
  void extend() {
    for (String connection : queues.connections()) {
      List<ParkedJob> due = queues.toBeExtended(connection, ParkedJobCommands.AT_ONCE);
      Lease longer = new Lease(LEASE, time);
      queues.extended(
          connection,
          commands.extend(due, LEASE).stream()
              .map(one -> new ParkedJob(one.key(), one.retries(), longer.forAnother(), LEASE))
              .toList());
      queues.removeLost(connection);
    }
  }

  /** Leaves nothing behind when the worker stops, unless the engine takes nothing. */
  void giveBackAll() {
    for (String connection : queues.connections()) {
      while (count(connection) > 0 && giveBack(connection, ParkedJobCommands.AT_ONCE) > 0) {
        LOG.debug("{}: {} jobs are still to be given back", jobType, count(connection));
      }
    }
  }
}

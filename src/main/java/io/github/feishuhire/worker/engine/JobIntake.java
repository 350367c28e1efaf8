package io.github.feishuhire.worker.engine;

import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of the jobs that were handed out: those whose app has room for them run, each on its
 * own thread, and the others are parked.
 */
final class JobIntake {

  private static final Logger LOG = LoggerFactory.getLogger(JobIntake.class);

  /** A second less than a call waits for its turn: others may come in between. */
  private static final Duration SOON = Duration.ofSeconds(4);

  private final Poller.Subscription subscription;
  private final TurnsByConnection turns;
  private final Poller.Handler handler;
  private final ExecutorService threads;
  private final HeldBytes held;
  private final JobSizes sizes;
  private final ParkedJobs parked;
  private final Slots slots;
  private final Set<Long> atWork = ConcurrentHashMap.newKeySet();

  JobIntake(
      Poller.Subscription subscription,
      TurnsByConnection turns,
      Poller.Handler handler,
      HeldBytes held,
      ParkedJobs parked,
      ExecutorService threads) {
    this.subscription = subscription;
    this.turns = turns;
    this.handler = handler;
    this.threads = threads;
    this.held = held;
    this.sizes = new JobSizes(held, subscription.size());
    this.parked = parked;
    this.slots = new Slots(subscription.capacity(), turns.connections().size());
  }

  /** How many more jobs could be run soon, of whichever connection. */
  int room() {
    int room = turns.connections().stream().mapToInt(this::room).sum();
    return Math.min(Math.min(room, slots.free()), sizes.room());
  }

  /** How many more jobs of a connection could be run soon. */
  int room(String connection) {
    int free = slots.free(connection);
    return free == 0 ? 0 : turns.turns(connection).within(SOON, free);
  }

  /** Returns when a job has ended, and at the latest after that long. */
  void awaitRelease(Duration atMost) throws InterruptedException {
    slots.awaitRelease(atMost);
  }

  /**
   * @param lease of each of them
   */
  void take(List<ActivatedJob> jobs, Lease lease) {
    Map<String, Integer> rooms = new HashMap<>(); // as they are now, after the wait for jobs
    jobs.forEach(job -> take(job, lease.forAnother(), rooms));
  }

  private void take(ActivatedJob job, Lease lease, Map<String, Integer> rooms) {
    String connection = turns.of(job);
    parked.arrived(job.getKey());
    if (!atWork.add(job.getKey())) { // its clock jumped, or ours is late: one run of it is enough
      LOG.warn("{}: job {} came again while it is at work", subscription.jobType(), job.getKey());
      return;
    }
    boolean isConfigured = turns.connections().contains(connection);
    int room = isConfigured ? rooms.computeIfAbsent(connection, this::room) : 1;
    boolean isFull = room == 0 || slots.free(connection) == 0; // those before it took slots of all
    long size = sizes.of(job);
    if (isFull || (isConfigured && !held.hasRoom(connection, size))) {
      atWork.remove(job.getKey());
      parked.park(job, connection, lease, subscription.lease());
    } else {
      rooms.put(connection, room - 1);
      start(job, connection, lease, size);
    }
  }

  private void start(ActivatedJob job, String connection, Lease lease, long size) {
    long key = job.getKey();
    held.hold(connection, size);
    slots.take(connection);
    var handed = new AtomicReference<@Nullable ActivatedJob>(job);
    Runnable end =
        () -> {
          atWork.remove(key);
          held.release(connection, size);
          slots.release(connection);
        };
    try {
      threads.execute(
          () -> {
            try {
              handler.run(Objects.requireNonNull(handed.getAndSet(null)), lease).run();
            } finally {
              end.run();
            }
          });
    } catch (RejectedExecutionException e) {
      end.run(); // the worker has stopped; the engine hands the job out again after its lease
    }
  }
}

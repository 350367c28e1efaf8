package io.github.feishuhire.worker.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.ActivateJobsResponse;
import io.camunda.client.api.response.ActivatedJob;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.apache.commons.lang3.ObjectUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the jobs of one type, as many as can run at once and soon and no more, each on its own
 * thread: what does not run waits in the engine. It polls itself instead of using the client's
 * worker, because only who sends the request for jobs knows since when a job can have been ours.
 */
public final class Poller implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
  private static final Duration LONGEST_POLL = Duration.ofSeconds(10);

  /** A second less than a call waits for its turn: others may come in between. */
  private static final Duration SOON = Duration.ofSeconds(4);

  private static final Duration LONGEST_HOLD = Duration.ofSeconds(1);

  /** An engine without long polling says at once that there is nothing. */
  private static final Duration NOTHING_THERE = Duration.ofMillis(100);

  /** Under load, a poll for each single job that ends would keep the engine busy with polls. */
  private static final Duration TO_FREE_SEVERAL = Duration.ofMillis(50);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** What jobs to fetch. */
  public record Subscription(
      String jobType, List<String> variables, Duration lease, int capacity) {}

  /** Runs one job to its end; what it throws is lost. */
  @FunctionalInterface
  public interface Handler {
    void handle(ActivatedJob job, Lease lease);
  }

  private final CamundaClient client;
  private final Subscription subscription;
  private final Turns turns;
  private final Handler handler;
  private final ExecutorService threads;
  private final Time time;
  private final Semaphore slots;
  private final Set<Long> atWork = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;
  private volatile @Nullable CamundaFuture<ActivateJobsResponse> polling;

  public Poller(
      CamundaClient client,
      Subscription subscription,
      Turns turns,
      Handler handler,
      ExecutorService threads,
      Time time) {
    this.client = client;
    this.subscription = subscription;
    this.turns = turns;
    this.handler = handler;
    this.threads = threads;
    this.time = time;
    this.slots = new Semaphore(subscription.capacity());
  }

  /** Polls until {@link #stop} or an interrupt. */
  @Override
  public void run() {
    Duration pause = FIRST_PAUSE;
    boolean reachable = true;
    try {
      while (!stopped) {
        slots.acquire();
        int free = 1 + slots.drainPermits();
        int wanted = turns.within(SOON, free);
        if (wanted == 0) {
          slots.release(free);
          time.sleep(ObjectUtils.min(turns.until(1), LONGEST_HOLD));
          continue;
        }
        int used = 0;
        Instant askedAt = time.now();
        try {
          used = poll(wanted);
          if (!reachable) {
            LOG.info("{}: Camunda answers again", subscription.jobType());
          }
          reachable = true;
          pause = FIRST_PAUSE;
          breathe(askedAt, used == 0 ? NOTHING_THERE : TO_FREE_SEVERAL);
        } catch (ClientException e) {
          if (reachable && !stopped) {
            LOG.warn(
                "{}: Camunda gives no jobs, trying on: {}", subscription.jobType(), firstLine(e));
          }
          reachable = false;
          time.sleep(pause);
          pause = ObjectUtils.min(pause.multipliedBy(2), LONGEST_PAUSE);
        } finally {
          slots.release(free - used);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (CancellationException e) {
      LOG.debug("{}: stopped while waiting for jobs", subscription.jobType());
    }
  }

  /**
   * No job is fetched from now on; the engine hands out again what it was just about to give us.
   */
  public void stop() {
    stopped = true;
    CamundaFuture<ActivateJobsResponse> current = polling;
    if (current != null) {
      current.cancel(true);
    }
  }

  private void breathe(Instant askedAt, Duration atLeast) throws InterruptedException {
    Duration rest = atLeast.minus(Duration.between(askedAt, time.now()));
    if (rest.isPositive()) {
      time.sleep(rest);
    }
  }

  private int poll(int wanted) {
    Lease lease = new Lease(subscription.lease(), time);
    var request =
        client
            .newActivateJobsCommand()
            .jobType(subscription.jobType())
            .maxJobsToActivate(wanted)
            .timeout(subscription.lease())
            .fetchVariables(subscription.variables())
            .requestTimeout(LONGEST_POLL)
            .send();
    polling = request;
    if (stopped) {
      request.cancel(true);
    }
    List<ActivatedJob> jobs = request.join().getJobs();
    if (jobs.stream().anyMatch(job -> job.getKey() <= 0)) {
      throw new ClientException(
          "the REST API of this Camunda is older than 8.8 and its jobs cannot be completed; use"
              + " gRPC: CAMUNDA_CLIENT_PREFER_REST_OVER_GRPC=false");
    }
    for (ActivatedJob job : jobs) {
      start(job, lease.forAnother());
    }
    return jobs.size();
  }

  private void start(ActivatedJob job, Lease lease) {
    if (!atWork.add(job.getKey())) { // its clock jumped, or ours is late: one run of it is enough
      LOG.warn("{}: job {} came again while it is at work", subscription.jobType(), job.getKey());
      slots.release();
      return;
    }
    try {
      threads.execute(
          () -> {
            try {
              handler.handle(job, lease);
            } finally {
              atWork.remove(job.getKey());
              slots.release();
            }
          });
    } catch (RejectedExecutionException e) {
      slots.release(); // the worker has stopped; the engine hands the job out again after its lease
    }
  }

  private static String firstLine(ClientException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no message");
  }
}

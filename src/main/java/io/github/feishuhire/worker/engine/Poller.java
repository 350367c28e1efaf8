package io.github.feishuhire.worker.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the jobs of one type, as many as can run at once and soon and no more: what does not run
 * waits in the engine. It polls itself instead of using the client's worker, because only who sends
 * the request for jobs knows since when a job can have been ours.
 */
public final class Poller {

  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

  private static final Duration BETWEEN_WAKES = Duration.ofMillis(500);

  /**
   * What jobs to fetch.
   *
   * @param capacity jobs of one connection that run at once
   * @param size of a large job's variables in bytes, before any was seen
   */
  public record Subscription(
      String jobType,
      List<String> variables,
      Duration lease,
      int capacity,
      long size,
      Asking asking) {

    /** Asked for as the client's own settings say. */
    public Subscription(
        String jobType, List<String> variables, Duration lease, int capacity, long size) {
      this(jobType, variables, lease, capacity, size, Asking.USUAL);
    }
  }

  /** Runs jobs to their end. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Makes a run of a job, on the thread it will run on. The run keeps nothing of the job that it
     * can do without, and so does this poller; what it throws is lost.
     */
    Runnable run(ActivatedJob job, Lease lease);
  }

  private final Subscription subscription;
  private final PacingByConnection pacing;
  private final Time time;
  private final JobRequest request;
  private final ParkedJobs parked;
  private final JobIntake intake;
  private final PollPauses pauses;
  private final PollState state;
  private volatile boolean stopped;

  public Poller(
      CamundaClient client,
      Subscription subscription,
      PacingByConnection pacing,
      Handler handler,
      HeldBytes held,
      ExecutorService threads,
      Time time,
      List<? extends PollListener> listeners) {
    this.subscription = subscription;
    this.pacing = pacing;
    this.time = time;
    this.request = new JobRequest(client, subscription);
    this.parked = new ParkedJobs(client, subscription.jobType(), time);
    this.intake = new JobIntake(subscription, pacing, handler, held, parked, threads);
    this.pauses = new PollPauses(pacing, intake, time);
    this.state = new PollState(subscription.jobType(), time, listeners);
  }

  /** How it fares. */
  public PollState state() {
    return state;
  }

  /** How many jobs of a connection wait here for their turn. */
  public int parked(String connection) {
    return parked.count(connection);
  }

  /** Fetches jobs until {@link #stop} or an interrupt. */
  public void poll() {
    try {
      while (!stopped) {
        int wanted = intake.room();
        if (wanted == 0) {
          state.alive();
          pauses.whileFull();
        } else {
          ask(wanted);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(int wanted) throws InterruptedException {
    Instant askedAt = time.now();
    try {
      pauses.afterAnswer(askedAt, fetch(wanted));
    } catch (CancellationException e) {
      LOG.debug("{}: stopped while waiting for jobs", subscription.jobType());
    } catch (RuntimeException e) {
      if (!stopped) {
        state.failed(e);
        pauses.afterFailure();
      }
    }
  }

  private int fetch(int wanted) {
    Lease lease = new Lease(subscription.lease(), time);
    List<ActivatedJob> jobs = request.send(state.isReadable() ? wanted : 1);
    state.answered();
    intake.take(jobs, lease);
    return jobs.size();
  }

  /** Has parked jobs handed out again when their turn comes, until {@link #stop}. */
  public void wake() {
    try {
      while (!stopped) {
        for (String connection : pacing.connections()) {
          if (parked.count(connection) > 0) {
            parked.wake(connection, intake.room(connection));
          }
        }
        parked.extend();
        time.sleep(BETWEEN_WAKES);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * No job is fetched from now on; the engine hands out again what it was just about to give us,
   * and what is parked.
   */
  public void stop() {
    stopped = true;
    request.cancel();
    parked.giveBackAll();
  }
}

package io.github.feishuhire.worker;

import io.camunda.client.CamundaClient;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.worker.engine.HeldBytes;
import io.github.feishuhire.worker.engine.PollState;
import io.github.feishuhire.worker.engine.Poller;
import io.github.feishuhire.worker.job.JobHandler;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.job.Shutdown;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a poller for each operation, and stops without leaving a job half done. */
public final class Workers {

  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  private final Map<Operation<?>, Poller> pollers = new LinkedHashMap<>();
  private final Shutdown shutdown;
  private final Upkeep upkeep;
  private final List<Runnable> duties;
  private final ExecutorService polling = threads("poller");
  private final ExecutorService jobs = threads("job");

  /**
   * Starts nothing yet.
   *
   * @param duties to be done as long as jobs are fetched, each until it is interrupted
   */
  public Workers(
      CamundaClient client,
      List<Operation<?>> operations,
      JobHandler handler,
      Time time,
      Runnable... duties) {
    this.duties = List.of(duties);
    shutdown = handler.shutdown();
    upkeep = new Upkeep(handler.connections().all(), polling, time);
    HeldBytes held = new HeldBytes(handler.connections().names().size());
    operations.forEach(
        operation ->
            pollers.put(
                operation,
                new Poller(
                    client,
                    operation.subscription(),
                    handler.pacing(operation),
                    (job, lease) -> handler.run(operation, job, lease),
                    held,
                    jobs,
                    time,
                    handler.listeners())));
  }

  private static ExecutorService threads(String purpose) {
    return Executors.newThreadPerTaskExecutor(
        Thread.ofVirtual().name("feishu-hire-" + purpose + "-", 0).factory());
  }

  /** Returns at once; jobs come as soon as the engine can be reached. */
  public void start() {
    polling.execute(upkeep);
    duties.forEach(polling::execute);
    pollers
        .values()
        .forEach(
            poller -> {
              polling.execute(poller::poll);
              polling.execute(poller::wake);
            });
    LOG.info("Serving {} kinds of jobs", pollers.size());
  }

  /** How the pollers fare. */
  public List<PollState> states() {
    return pollers.values().stream().map(Poller::state).toList();
  }

  /** How many jobs of an operation wait in this worker for the turn of their connection. */
  public int parked(Operation<?> operation, String connection) {
    return Objects.requireNonNull(pollers.get(operation)).parked(connection);
  }

  /**
   * Fetches no more jobs, has those that only wait give themselves back, and lets the others
   * finish.
   *
   * @param patience after which the others are interrupted and given back too
   */
  public void stop(Duration patience) {
    pollers.values().forEach(Poller::stop);
    shutdown.begin();
    jobs.shutdown();
    try {
      if (!jobs.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        jobs.shutdownNow();
        jobs.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      jobs.shutdownNow();
      Thread.currentThread().interrupt();
    }
    polling.shutdownNow();
  }
}

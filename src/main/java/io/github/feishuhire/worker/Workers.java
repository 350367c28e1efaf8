package io.github.feishuhire.worker;

import io.camunda.client.CamundaClient;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.worker.engine.Poller;
import io.github.feishuhire.worker.job.JobHandler;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.job.Shutdown;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a poller for each operation, and stops without leaving a job half done. */
public final class Workers {

  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  private final List<Poller> pollers;
  private final Shutdown shutdown;
  private final ExecutorService polling =
      Executors.newThreadPerTaskExecutor(
          Thread.ofVirtual().name("feishu-hire-poller-", 0).factory());
  private final ExecutorService jobs;

  public Workers(
      CamundaClient client, List<Operation<?>> operations, JobHandler handler, Time time) {
    jobs =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("feishu-hire-job-", 0).factory());
    shutdown = handler.shutdown();
    pollers =
        operations.stream()
            .map(
                operation ->
                    new Poller(
                        client,
                        operation.subscription(),
                        handler.turns(operation),
                        (job, lease) -> handler.handle(operation, job, lease),
                        jobs,
                        time))
            .toList();
  }

  /** Returns at once; jobs come as soon as the engine can be reached. */
  public void start() {
    pollers.forEach(polling::execute);
    LOG.info("Serving {} kinds of jobs", pollers.size());
  }

  /**
   * Fetches no more jobs, has those that only wait give themselves back, and lets the others
   * finish.
   *
   * @param patience after which the others are interrupted and given back too
   */
  public void stop(Duration patience) {
    pollers.forEach(Poller::stop);
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

package io.github.feishuhire.worker.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.response.ActivateJobsResponse;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks the engine for jobs of one type, one request at a time. */
final class JobRequest {

  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** A client that has broken down may not even notice that its time is over. */
  private static final Duration BROKEN = Duration.ofSeconds(20);

  private final CamundaClient client;
  private final Poller.Subscription subscription;
  private volatile boolean cancelled;
  private volatile @Nullable CamundaFuture<ActivateJobsResponse> current;

  JobRequest(CamundaClient client, Poller.Subscription subscription) {
    this.client = client;
    this.subscription = subscription;
  }

  /** Returns when there are jobs, and without any after some seconds; throws what it is told. */
  List<ActivatedJob> send(int most) {
    CamundaFuture<ActivateJobsResponse> request =
        client
            .newActivateJobsCommand()
            .jobType(subscription.jobType())
            .maxJobsToActivate(most)
            .timeout(subscription.lease())
            .fetchVariables(subscription.variables())
            .requestTimeout(LONGEST)
            .send();
    current = request;
    if (cancelled) {
      request.cancel(true);
    }
    List<ActivatedJob> jobs = request.join(BROKEN.toMillis(), TimeUnit.MILLISECONDS).getJobs();
    if (jobs.stream().anyMatch(job -> job.getKey() <= 0)) {
      throw new OldRestApiException();
    }
    return jobs;
  }

  /** Ends the request that is under way, and every later one. */
  void cancel() {
    cancelled = true;
    CamundaFuture<ActivateJobsResponse> request = current;
    if (request != null) {
      request.cancel(true);
    }
  }
}

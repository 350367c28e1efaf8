package io.github.feishuhire.worker.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ActivateJobsCommandStep1.ActivateJobsCommandStep3;
import io.camunda.client.api.response.ActivateJobsResponse;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks the engine for jobs of one type, one request at a time. */
final class JobRequest {

  /** A client that has broken down may not even notice that its time is over. */
  private static final Duration BROKEN_AFTER = Duration.ofSeconds(10);

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
    Asking asking = subscription.asking();
    ActivateJobsCommandStep3 command =
        client
            .newActivateJobsCommand()
            .jobType(subscription.jobType())
            .maxJobsToActivate(most)
            .timeout(subscription.lease())
            .fetchVariables(subscription.variables());
    if (asking.worker() != null) {
      command = command.workerName(asking.worker());
    }
    if (!asking.tenants().isEmpty()) {
      command = command.tenantIds(asking.tenants());
    }
    CamundaFuture<ActivateJobsResponse> request = command.requestTimeout(asking.patience()).send();
    current = request;
    if (cancelled) {
      request.cancel(true);
    }
    Duration broken = asking.patience().plus(BROKEN_AFTER);
    List<ActivatedJob> jobs = request.join(broken.toMillis(), TimeUnit.MILLISECONDS).getJobs();
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

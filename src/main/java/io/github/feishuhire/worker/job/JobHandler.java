package io.github.feishuhire.worker.job;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.worker.engine.JobPacing;
import io.github.feishuhire.worker.engine.Lease;
import io.github.feishuhire.worker.engine.PacingByConnection;
import io.github.feishuhire.worker.input.TaskHeaders;
import io.github.feishuhire.worker.outcome.Reactions;
import java.util.Collection;
import java.util.List;

/** What every run of a job shares. */
public record JobHandler(
    CamundaClient client,
    Connections connections,
    Reactions reactions,
    Shutdown shutdown,
    Time time,
    RestorePoint restored,
    List<JobListener> listeners) {

  /** In place of the connection of a job that gets none; no name that a setting can have. */
  private static final String NONE = "?";

  public JobHandler {
    listeners = List.copyOf(listeners);
  }

  /** Nobody is told of its jobs, and its engine was never restored. */
  public JobHandler(
      CamundaClient client,
      Connections connections,
      Reactions reactions,
      Shutdown shutdown,
      Time time) {
    this(client, connections, reactions, shutdown, time, RestorePoint.NONE, List.of());
  }

  /** When jobs of an operation would have their turn. */
  public PacingByConnection pacing(Operation<?> operation) {
    return new PacingByConnection() {
      @Override
      public Collection<String> connections() {
        return connections.names();
      }

      @Override
      public String connection(ActivatedJob job) {
        String name = TaskHeaders.connection(job.getCustomHeaders());
        boolean isServed = connections.names().contains(name);
        return isServed && connections.admits(name, job.getTenantId(), job.getBpmnProcessId())
            ? name
            : NONE;
      }

      @Override
      public JobPacing of(String connection) {
        return operation.task().capacity().waits()
            ? JobPacing.NONE
            : nth -> connections.untilTurn(connection, operation.task().endpoint(), nth);
      }
    };
  }

  /**
   * A run of one job to the command that ends it. It throws nothing: what cannot be reported is
   * logged.
   */
  public <I> Runnable run(Operation<I> operation, ActivatedJob job, Lease lease) {
    return new JobRun<>(this, operation, job, lease)::run;
  }
}

package io.github.feishuhire.worker.job;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.worker.engine.Lease;
import io.github.feishuhire.worker.engine.Turns;
import io.github.feishuhire.worker.outcome.Reactions;
import java.util.List;

/** What every run of a job shares. */
public record JobHandler(
    CamundaClient client,
    Connections connections,
    Reactions reactions,
    Shutdown shutdown,
    Time time,
    List<JobListener> listeners) {

  public JobHandler {
    listeners = List.copyOf(listeners);
  }

  /** Nobody is told of its jobs. */
  public JobHandler(
      CamundaClient client,
      Connections connections,
      Reactions reactions,
      Shutdown shutdown,
      Time time) {
    this(client, connections, reactions, shutdown, time, List.of());
  }

  /** When jobs of an operation would have their turn. */
  public Turns turns(Operation<?> operation) {
    return operation.waits()
        ? Turns.ALWAYS
        : nth -> connections.untilTurn(operation.endpoint(), nth);
  }

  /**
   * Runs one job to the command that ends it. Throws nothing: what cannot be reported is logged.
   */
  public <I> void handle(Operation<I> operation, ActivatedJob job, Lease lease) {
    new JobRun<>(this, operation, job, lease).run();
  }
}

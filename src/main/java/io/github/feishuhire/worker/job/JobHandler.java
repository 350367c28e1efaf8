package io.github.feishuhire.worker.job;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.worker.engine.Lease;
import io.github.feishuhire.worker.engine.Turns;
import io.github.feishuhire.worker.engine.TurnsByConnection;
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
  public TurnsByConnection turns(Operation<?> operation) {
    return new TurnsByConnection() {
      @Override
      public Collection<String> connections() {
        return connections.names();
      }

      @Override
      public String of(ActivatedJob job) {
        return TaskHeaders.connection(job.getCustomHeaders());
      }

      @Override
      public Turns turns(String connection) {
        return operation.task().capacity().waits()
            ? Turns.ALWAYS
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

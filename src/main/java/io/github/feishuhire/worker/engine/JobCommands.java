package io.github.feishuhire.worker.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.FinalCommandStep;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.worker.outcome.HireError;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be said to the engine about one job. Every command is sent until the engine has taken
 * it, but never after the lease: each throws {@link LeaseEndedException} then, {@link
 * JobGoneException} when the engine no longer has the job, and {@link CommandRefusedException} when
 * it refuses for good. Saying the same twice is harmless.
 *
 * @see <a href="https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/">Camunda:
 *     gateway service</a>
 */
public final class JobCommands {

  private final CamundaClient client;
  private final Job job;
  private final Lease lease;
  private final Time time;
  private final List<? extends CommandListener> listeners;

  public JobCommands(
      CamundaClient client,
      Job job,
      Lease lease,
      Time time,
      List<? extends CommandListener> listeners) {
    this.client = client;
    this.job = job;
    this.lease = lease;
    this.time = time;
    this.listeners = listeners;
  }

  /**
   * Completes the job.
   *
   * @param blanked variables that become null by the same command: a worker that dies has done both
   *     or neither
   */
  public void complete(Map<String, Object> variables, List<String> blanked) {
    Map<String, @Nullable Object> all = new HashMap<>(variables);
    blanked.forEach(name -> all.put(name, null));
    deliver("complete", client.newCompleteCommand(job.key()).variables(all), lease);
  }

  /** Gives the job back after the delay; with no retries left it becomes an incident. */
  public void fail(
      int retries, Duration delay, String message, Map<String, Object> localVariables) {
    deliver(
        "fail",
        client
            .newFailCommand(job.key())
            .retries(retries)
            .retryBackoff(delay)
            .errorMessage(message)
            .variables(localVariables),
        lease);
  }

  /**
   * Throws a BPMN error. What comes with it is given to the process first: what an error carries
   * itself is gone as soon as the event that catches it is left, unless the designer maps it there.
   */
  public void throwError(HireError error, Map<String, Object> variables) {
    Map<String, Object> all = new HashMap<>(variables);
    all.put(HireError.VARIABLE, error.value());
    deliver(
        "set variables",
        client.newSetVariablesCommand(job.elementInstanceKey()).variables(all).local(false),
        lease);
    deliver(
        "throw error",
        client
            .newThrowErrorCommand(job.key())
            .errorCode(error.code().code())
            .errorMessage(error.message())
            .variables(all),
        lease);
  }

  /**
   * Sets variables of this task alone: durable when this returns, and there for whoever gets the
   * job next.
   */
  public void setLocal(Map<String, Object> variables) {
    setLocal(variables, lease);
  }

  /**
   * As {@link #setLocal}, for a fact that stays true after the lease: sent until this much later.
   */
  public void setLocalAfterwards(Map<String, Object> variables, Duration patience) {
    setLocal(variables, new Lease(patience, time));
  }

  private void setLocal(Map<String, Object> variables, Lease limit) {
    deliver(
        "set variables",
        client.newSetVariablesCommand(job.elementInstanceKey()).variables(variables).local(true),
        limit);
  }

  /** Makes the job ours for that long from now. */
  public void extend(Duration length) {
    Lease longer = new Lease(length, time);
    deliver("extend", client.newUpdateTimeoutCommand(job.key()).timeout(length), lease);
    lease.becomes(longer);
  }

  private void deliver(String name, FinalCommandStep<?> command, Lease limit) {
    new Delivery(name, command, limit, time, listeners).run();
  }
}

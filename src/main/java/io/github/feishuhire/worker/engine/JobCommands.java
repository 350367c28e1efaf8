package io.github.feishuhire.worker.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.ActivatedJob;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.worker.outcome.HireError;
import io.grpc.Status;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.ObjectUtils;

/**
 * What can be said to the engine about one job. Every command is sent until the engine has taken
 * it, but never after the lease: each throws {@link LeaseEndedException} then, and {@link
 * JobGoneException} when the engine no longer has the job. Saying the same twice is harmless.
 *
 * @see <a href="https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/">Camunda:
 *     gateway service</a>
 */
public final class JobCommands {

  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final CamundaClient client;
  private final ActivatedJob job;
  private final Lease lease;
  private final Time time;
  private final List<? extends CommandListener> listeners;

  public JobCommands(
      CamundaClient client,
      ActivatedJob job,
      Lease lease,
      Time time,
      List<? extends CommandListener> listeners) {
    this.client = client;
    this.job = job;
    this.lease = lease;
    this.time = time;
    this.listeners = listeners;
  }

  public void complete(Map<String, Object> variables) {
    deliver(client.newCompleteCommand(job.getKey()).variables(variables), lease);
  }

  /** Gives the job back after the delay; with no retries left it becomes an incident. */
  public void fail(
      int retries, Duration delay, String message, Map<String, Object> localVariables) {
    deliver(
        client
            .newFailCommand(job.getKey())
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
        client.newSetVariablesCommand(job.getElementInstanceKey()).variables(all).local(false),
        lease);
    deliver(
        client
            .newThrowErrorCommand(job.getKey())
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
        client.newSetVariablesCommand(job.getElementInstanceKey()).variables(variables).local(true),
        limit);
  }

  /** Makes the job ours for that long from now. */
  public void extend(Duration length) {
    Lease longer = new Lease(length, time);
    deliver(client.newUpdateTimeoutCommand(job.getKey()).timeout(length), lease);
    lease.becomes(longer);
  }

  private void deliver(FinalCommandStep<?> command, Lease limit) {
    Duration pause = FIRST_PAUSE;
    while (true) {
      requireRoom(limit);
      try {
        command.requestTimeout(ObjectUtils.min(limit.remaining(), LONGEST_REQUEST)).send().join();
        return;
      } catch (ClientException e) {
        if (isGone(e)) {
          throw new JobGoneException();
        }
        listeners.forEach(CommandListener::commandRetried);
        pause(ObjectUtils.min(limit.remaining(), pause));
        pause = ObjectUtils.min(pause.multipliedBy(2), LONGEST_PAUSE);
      }
    }
  }

  private void requireRoom(Lease limit) {
    try {
      limit.requireRoom(Duration.ofMillis(1));
    } catch (LeaseEndedException e) {
      listeners.forEach(CommandListener::commandLost);
      throw e;
    }
  }

  /**
   * Over gRPC a job that ended is not found and one with an incident is in the wrong state; over
   * REST 404 and 409.
   */
  private static boolean isGone(ClientException e) {
    return switch (e) {
      case ClientStatusException status ->
          status.getStatusCode() == Status.Code.NOT_FOUND
              || status.getStatusCode() == Status.Code.FAILED_PRECONDITION;
      case ClientHttpException http -> http.code() == 404 || http.code() == 409;
      default -> false;
    };
  }

  private void pause(Duration duration) {
    try {
      time.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LeaseEndedException();
    }
  }
}

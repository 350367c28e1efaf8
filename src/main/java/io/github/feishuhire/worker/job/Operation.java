package io.github.feishuhire.worker.job;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.worker.engine.Poller;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.outcome.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One kind of service task: the one row that the worker needs to know of it.
 *
 * @param name as people know it
 * @param jobType ends in the version of the contract
 * @param inputs names of the variables that are fetched, and nothing else is
 * @param output name of the variable that is written
 * @param endpoint what it calls
 * @param capacity how many jobs a worker takes on
 */
public record Operation<I>(
    String name,
    String jobType,
    List<String> inputs,
    String output,
    Endpoint endpoint,
    Capacity capacity,
    Binding<I> binding,
    Action<I> action) {

  /** Whether a run that may have had an effect can be repeated without harm. */
  boolean repeatable() {
    return endpoint.repeatable();
  }

  /** The longest one call to Feishu can take. */
  Duration call() {
    return endpoint.deadline();
  }

  /** What to ask the engine for: the inputs, and what earlier runs of the same job left behind. */
  public Poller.Subscription subscription() {
    List<String> variables = new ArrayList<>(inputs);
    variables.add(Report.FAILED_TRIES);
    if (capacity.waits()) {
      variables.add(Since.VARIABLE);
    }
    if (!repeatable()) {
      variables.add(Claim.VARIABLE);
      variables.add(Claim.OWNER);
    }
    return new Poller.Subscription(
        jobType, variables, capacity.lease(), capacity.jobs(), capacity.size());
  }

  /** Variables become the operation's input. */
  @FunctionalInterface
  public interface Binding<I> {
    /**
     * Takes every input, or refuses the first that cannot be sent.
     *
     * @throws InvalidInputException for what cannot be sent
     */
    I bind(Inputs inputs);
  }

  /** The operation itself; it may throw whatever the client throws. */
  @FunctionalInterface
  public interface Action<I> {
    Outcome run(I input, JobContext context);
  }
}

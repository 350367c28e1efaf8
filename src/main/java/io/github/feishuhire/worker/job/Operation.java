package io.github.feishuhire.worker.job;

import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.engine.Asking;
import io.github.feishuhire.worker.engine.Poller;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.outcome.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the catalogue with what it does.
 *
 * @param binding makes the operation's input of a job's variables
 * @param action what is done with it
 * @param lookUp finds out whether it was done; null where that cannot be
 * @param asking how its jobs are asked for
 */
public record Operation<I>(
    Task task, Binding<I> binding, Action<I> action, @Nullable LookUp<I> lookUp, Asking asking) {

  /** One that cannot be looked up, and most often need not. */
  public Operation(Task task, Binding<I> binding, Action<I> action) {
    this(task, binding, action, null, Asking.USUAL);
  }

  /** Asked for as the client's own settings say. */
  public Operation(Task task, Binding<I> binding, Action<I> action, LookUp<I> lookUp) {
    this(task, binding, action, lookUp, Asking.USUAL);
  }

  /** Fetched in another way than the catalogue has it. */
  public Operation<I> fetched(Capacity capacity, Asking other) {
    return new Operation<>(task.with(capacity), binding, action, lookUp, other);
  }

  /** As people know it. */
  public String name() {
    return task.name();
  }

  /** Whether a run that may have had an effect can be repeated without harm. */
  boolean repeatable() {
    return task.isRepeatable();
  }

  /** The longest one call to Feishu can take. */
  Duration call() {
    return task.endpoint().deadline();
  }

  /** What to ask the engine for: the inputs, and what earlier runs of the same job left behind. */
  public Poller.Subscription subscription() {
    List<String> variables = new ArrayList<>();
    task.inputs().forEach(input -> variables.add(input.name()));
    variables.add(Report.FAILED_TRIES);
    if (task.capacity().waits()) {
      variables.add(Since.VARIABLE);
    }
    if (!repeatable()) {
      variables.add(Claim.VARIABLE);
      variables.add(Claim.OWNER);
    }
    return new Poller.Subscription(
        task.jobType(),
        variables,
        task.capacity().lease(),
        task.capacity().jobs(),
        task.capacity().size(),
        asking);
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

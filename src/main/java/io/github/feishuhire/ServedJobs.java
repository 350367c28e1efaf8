package io.github.feishuhire;

import static java.util.Objects.requireNonNullElse;

import io.github.feishuhire.settings.Fetching;
import io.github.feishuhire.settings.RecoveryProperties;
import io.github.feishuhire.settings.Served;
import io.github.feishuhire.settings.WorkerSettings;
import io.github.feishuhire.worker.Operations;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.engine.Asking;
import io.github.feishuhire.worker.job.Operation;
import java.util.Collection;
import java.util.List;

/** Which operations are served here, and how their jobs are fetched. */
record ServedJobs(RecoveryProperties recovery, WorkerSettings settings) {

  /** Those of the catalogue. */
  static final List<Served> KNOWN = Operations.TASKS.stream().map(ServedJobs::served).toList();

  private static Served served(Task task) {
    return new Served(task.slug(), task.jobType(), task.shortestLease());
  }

  List<Operation<?>> of(Collection<Operation<?>> all) {
    return all.stream().filter(this::isServed).<Operation<?>>map(this::fetched).toList();
  }

  private boolean isServed(Operation<?> operation) {
    Served task = served(operation.task());
    return recovery.serves(task.name()) && settings.of(task).enabled();
  }

  private <I> Operation<I> fetched(Operation<I> operation) {
    Fetching said = settings.of(served(operation.task()));
    Capacity usual = operation.task().capacity();
    Asking asking = operation.asking();
    return operation.fetched(
        new Capacity(
            requireNonNullElse(said.timeout(), usual.lease()),
            requireNonNullElse(said.jobs(), usual.jobs()),
            usual.waits(),
            usual.size()),
        new Asking(
            said.worker(),
            said.tenants(),
            requireNonNullElse(said.requestTimeout(), asking.patience())));
  }
}

package io.github.feishuhire.monitoring;

import io.github.feishuhire.worker.job.JobEnd;
import io.github.feishuhire.worker.job.JobListener;
import io.github.feishuhire.worker.job.Operation;
import io.micrometer.observation.Observation;
import io.micrometer.observation.Observation.Scope;
import io.micrometer.observation.ObservationRegistry;

/** One observation for each run of a job; the calls made meanwhile on its thread are its parts. */
public final class JobTraces implements JobListener {

  private final ObservationRegistry registry;
  private final ThreadLocal<Scope> runs = ThreadLocal.withInitial(() -> Scope.NOOP);

  public JobTraces(ObservationRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void started(Operation<?> operation, long jobKey, long processInstanceKey) {
    runs.set(
        Observation.createNotStarted("feishu.hire.run", registry)
            .contextualName(operation.task().jobType())
            .lowCardinalityKeyValue("operation", operation.name())
            .highCardinalityKeyValue("job.key", String.valueOf(jobKey))
            .highCardinalityKeyValue("process.instance.key", String.valueOf(processInstanceKey))
            .start()
            .openScope());
  }

  @Override
  public void ended(JobEnd end) {
    Scope run = runs.get();
    runs.remove();
    Observation observation = run.getCurrentObservation();
    run.close();
    if (isFailure(end.ending())) {
      observation.error(new FailedRun(end.ending()));
    }
    observation
        .lowCardinalityKeyValue("outcome", end.ending().outcome())
        // Whatever is called "error" would make the span a failed one.
        .lowCardinalityKeyValue("bpmn.error", end.error() == null ? "none" : end.error().code())
        .stop();
  }

  private static boolean isFailure(Ending ending) {
    return switch (ending) {
      case COMPLETED, CONFIRMED, FOUND, BPMN_ERROR, POSTPONED, GONE -> false;
      case INCIDENT, FAILED, UNDELIVERED -> true;
    };
  }

  /** What makes a span a failed one; says no more than the outcome. */
  private static final class FailedRun extends RuntimeException {

    private static final long serialVersionUID = 1;

    FailedRun(Ending ending) {
      super(ending.outcome(), null, false, false);
    }
  }
}

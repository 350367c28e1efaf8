package io.github.feishuhire.worker.engine;

import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;

/**
 * What is kept of a job while it runs. Its variables are not: they can be large, and are needed
 * only until the input is made of them.
 *
 * @param retries what the engine says is left, this try included
 * @param headers the task headers
 */
public record Job(
    long key,
    long elementInstanceKey,
    long processInstanceKey,
    String elementId,
    int retries,
    Map<String, String> headers) {

  public Job {
    headers = Map.copyOf(headers);
  }

  public static Job of(ActivatedJob job) {
    return new Job(
        job.getKey(),
        job.getElementInstanceKey(),
        job.getProcessInstanceKey(),
        job.getElementId(),
        job.getRetries(),
        job.getCustomHeaders());
  }

  @Override
  public String toString() {
    return "Job[" + key + "]";
  }
}

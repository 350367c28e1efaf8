package io.github.feishuhire.worker.engine;

import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;

/**
 * What is kept of a job while it runs. Its variables are not: they can be large, and are needed
 * only until the input is made of them.
 *
 * @param bpmnProcessId of the process, as its designer named it
 * @param tenantId of Camunda's tenant
 * @param retries what the engine says is left, this try included
 * @param headers the task headers
 */
public record Job(
    long key,
    long elementInstanceKey,
    long processInstanceKey,
    String elementId,
    String bpmnProcessId,
    String tenantId,
    int retries,
    Map<String, String> headers) {

  /** What an engine without tenants has. */
  private static final String NO_TENANT = "<default>";

  public Job {
    headers = Map.copyOf(headers);
  }

  public static Job of(ActivatedJob job) {
    return new Job(
        job.getKey(),
        job.getElementInstanceKey(),
        job.getProcessInstanceKey(),
        job.getElementId(),
        job.getBpmnProcessId(),
        StringUtils.defaultIfBlank(job.getTenantId(), NO_TENANT),
        job.getRetries(),
        job.getCustomHeaders());
  }

  @Override
  public String toString() {
    return "Job[" + key + "]";
  }
}

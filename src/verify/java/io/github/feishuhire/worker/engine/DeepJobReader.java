package io.github.feishuhire.worker.engine;

import io.camunda.client.CamundaClient;
import java.net.URI;

/** Asks for one job as the application does; ends with status 0 when it can be read. */
final class DeepJobReader {

  private DeepJobReader() {}

  public static void main(String[] args) {
    DeepVariables.allow();
    try (CamundaClient client =
        CamundaClient.newClientBuilder()
            .restAddress(URI.create(args[0]))
            .preferRestOverGrpc(true)
            .build()) {
      int jobs =
          client
              .newActivateJobsCommand()
              .jobType("test")
              .maxJobsToActivate(1)
              .send()
              .join()
              .getJobs()
              .size();
      System.exit(jobs == 1 ? 0 : 2);
    }
  }
}

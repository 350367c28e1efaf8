package io.github.feishuhire.benchmark.peer;

import io.camunda.client.CamundaClient;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** A worker as the documentation of the Java client shows it; it serves until it is killed. */
final class HandMade {

  /** Submits, and returns the id of the task. */
  @FunctionalInterface
  interface Call {
    String submit(Candidate candidate) throws Exception;
  }

  private HandMade() {}

  static void serve(int threads, Call call) {
    LoggingSystem.get(HandMade.class.getClassLoader()).setLogLevel("ROOT", LogLevel.WARN);
    CamundaClient client =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create(System.getenv("CAMUNDA_CLIENT_GRPC_ADDRESS")))
            .preferRestOverGrpc(false)
            .numJobWorkerExecutionThreads(threads)
            .build();
    client
        .newWorker()
        .jobType("feishu-hire:submit-website-delivery:1")
        .handler(
            (jobs, job) -> {
              String taskId = call.submit(job.getVariablesAsType(Candidate.class));
              jobs.newCompleteCommand(job).variables(Map.of("task_id", taskId)).send().join();
            })
        .maxJobsActive(Math.max(32, 2 * threads)) // so that no thread waits for the next request
        .fetchVariables("website_id", "job_post_id", "user_id", "resume_file_id")
        .open();
  }

  static String baseUrl() {
    return System.getenv("FEISHU_BASE_URL");
  }
}

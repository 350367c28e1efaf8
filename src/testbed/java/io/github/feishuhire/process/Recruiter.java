package io.github.feishuhire.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import java.util.Map;

/**
 * The person behind the user tasks of {@link ShippedModel#withUserTasksAsJobs}: fills in each form
 * as it asks.
 */
public final class Recruiter {

  private static final String USER_TASK = "io.camunda.zeebe:userTask";

  private Recruiter() {}

  /** Works until it is closed. */
  public static JobWorker work(CamundaClient client) {
    return client
        .newWorker()
        .jobType(USER_TASK)
        .handler(
            (jobs, job) ->
                jobs.newCompleteCommand(job.getKey())
                    .variables(answer(job.getElementId()))
                    .send()
                    .join())
        .open();
  }

  /**
   * What is filled into the form of a user task.
   *
   * @throws IllegalStateException when no shipped model has this task
   */
  public static Map<String, Object> answer(String elementId) {
    return switch (elementId) {
      case "correctMobile" -> Map.of("mobile", "13900139000", "mobile_dialling_prefix", "+86");
      case "correctCity" -> Map.of("preferred_city_code", "CT_1");
      case "askForResume" ->
          Map.of("resume", Map.of("file_name", "resume.pdf", "content_base64", "JVBERi0xLjQK"));
      case "reviewApplication" -> Map.of("review_decision", "interview", "review_comment", "");
      case "handleFailure" -> Map.of("failure_comment", "Seen.");
      default -> throw new IllegalStateException("no form for " + elementId);
    };
  }
}

package io.github.feishuhire.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobWorker;
import java.util.HashMap;
import java.util.Map;

/**
 * The person behind the user tasks of {@link ShippedModel#withUserTasksAsJobs}: fills in each form
 * as it asks.
 */
public final class Recruiter {

  private static final String USER_TASK = "io.camunda.zeebe:userTask";

  /** A variable in which a test says what is answered otherwise, by the ids of the tasks. */
  public static final String ANSWERS = "answers";

  /** In place of an answer: nobody fills in this form. */
  public static final String LEFT = "left";

  private Recruiter() {}

  /** Works until it is closed. */
  public static JobWorker work(CamundaClient client) {
    return client
        .newWorker()
        .jobType(USER_TASK)
        .handler(
            (jobs, job) -> {
              if (!isLeft(job)) {
                jobs.newCompleteCommand(job.getKey())
                    .variables(answer(job.getElementId(), job.getVariablesAsMap()))
                    .send()
                    .join();
              }
            })
        .open();
  }

  private static boolean isLeft(ActivatedJob job) {
    return job.getVariablesAsMap().get(ANSWERS) instanceof Map<?, ?> answers
        && LEFT.equals(answers.get(job.getElementId()));
  }

  /**
   * What the variable {@code answers} has for this form, added to what is always answered.
   *
   * @throws IllegalStateException when no shipped model has this user task
   */
  public static Map<String, Object> answer(String elementId, Map<String, Object> variables) {
    Map<String, Object> answer = new HashMap<>(usual(elementId));
    if (variables.get(ANSWERS) instanceof Map<?, ?> answers
        && answers.get(elementId) instanceof Map<?, ?> other) {
      other.forEach((field, value) -> answer.put(String.valueOf(field), value));
    }
    return answer;
  }

  private static Map<String, Object> usual(String form) {
    return switch (form) {
      case "correctMobile" ->
          Map.of("mobile", "13900139000", "mobile_country", "CN_1 +86", "next_step", "submit");
      case "correctCity" -> Map.of("preferred_city_code", "CT_1", "next_step", "submit");
      case "chooseJobPost" ->
          Map.of("job_post_id", "6960663240925956637", "next_step", "submit", "choice", "apply");
      case "chooseCareerSite" -> Map.of("website_id", "7047318856652261676");
      case "lookInFeishu" ->
          Map.of("search_result", "found", "found_application_id", "7400000000000000001");
      case "readResults", "handOutLinks", "handleRefusal" -> Map.of();
      case "correctApplication" ->
          Map.of(
              "mobile", "13900139000",
              "mobile_country", "CN_1 +86",
              "preferred_city_code", "CT_1",
              "job_post_id", "6960663240925956637",
              "next_step", "submit");
      case "decideOnCandidate", "leadDecides" ->
          Map.of(
              "decision", "advance",
              "next_stage", "pending_onboarding",
              "decision_comment", "Seen.");
      case "checkEnding" -> Map.of("ending_decision", "stands");
      case "askForResume" ->
          Map.of(
              "resume",
              Map.of("file_name", "resume.pdf", "content_base64", "JVBERi0xLjQK"),
              "next_step",
              "submit");
      case "reviewApplication", "leadScreens" ->
          Map.of("screening_decision", "pass", "screening_comment", "");
      case "handleFailure" -> Map.of("failure_decision", "give_up", "failure_comment", "Seen.");
      default -> throw new IllegalStateException("no form for " + form);
    };
  }
}

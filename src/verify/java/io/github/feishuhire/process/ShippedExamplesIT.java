package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.api.worker.JobWorker;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.website.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped processes around the hiring process, in both languages, each to each of its ends. */
final class ShippedExamplesIT {

  /** With a career site that has no job post. */
  @RegisterExtension static final HireWorld WORLD = HireWorld.of(Tenant.ofSize(4, 3, 8));

  private static final String WITHOUT_POSTS = "7047318856652270001";
  private static final Duration LONGEST_PAUSE = Duration.ofHours(4);

  private static JobWorker recruiter;

  @BeforeAll
  static void deploy() {
    for (String name : ShippedModel.names()) {
      WORLD.deploy(name, ShippedModel.withUserTasksAsJobs(name).replace("\"PT5M\"", "\"PT40S\""));
    }
    recruiter = Recruiter.work(WORLD.client());
  }

  @AfterAll
  static void recruiterGoesHome() {
    recruiter.close();
  }

  @BeforeEach
  void forget() {
    WORLD.sandbox().clearRequests();
    WORLD.sandbox().clearFaults();
  }

  private static Map<String, Object> with(
      Map<String, Object> variables, String form, Object answer) {
    variables.put(Recruiter.ANSWERS, Map.of(form, answer));
    return variables;
  }

  private static List<String> completed(long instance) {
    return WORLD.journal().completed(instance);
  }

  private static Map<String, Object> applicant(String name) {
    Map<String, Object> applicant = Examples.candidate(name);
    applicant.keySet().removeAll(List.of("website_id", "job_post_id"));
    return applicant;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-zh-CN"})
  void aJobPostIsChosenFromAListAndAppliedFor(String language) {
    long instance = WORLD.start("choose-job-post" + language, applicant("chooses" + language));

    JsonNode variables = WORLD.end(instance);

    assertThat(completed(instance)).endsWith("hireCandidate", "applicationHandled");
    assertThat(variables.at("/delivery_result/status").textValue()).isEqualTo("success");
    assertThat(variables.path("job_title").textValue()).isEqualTo("流程工程师");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-zh-CN"})
  void aCandidateWhomNoJobPostSuitsDoesNotApply(String language) {
    long none =
        WORLD.start(
            "choose-job-post" + language,
            with(applicant("none"), "chooseJobPost", Map.of("choice", "none")));
    long empty =
        WORLD.start(
            "choose-job-post" + language,
            with(applicant("empty"), "chooseCareerSite", Map.of("website_id", WITHOUT_POSTS)));
    WORLD.end(none);
    WORLD.end(empty);

    assertThat(completed(none)).endsWith("noneSuitable");
    assertThat(completed(empty)).endsWith("noneOpen");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-zh-CN"})
  void aJobPostThatWasClosedMeanwhileIsChosenAnew(String language) {
    WORLD.sandbox().next(Api.GET_JOB_POST, Fault.error(ErrorCode.JOB_POST_NOT_ON_WEBSITE));

    long instance = WORLD.start("choose-job-post" + language, applicant("closed" + language));
    WORLD.end(instance);

    assertThat(completed(instance))
        .containsSubsequence(
            "closedMeanwhile", "listJobPosts", "chooseJobPost", "applicationHandled");
  }

  private static Map<String, Object> referral(String... names) {
    List<Map<String, String>> candidates = new ArrayList<>();
    for (String name : names) {
      candidates.add(Map.of("name", name, "email", name + "@example.com", "mobile", "13800138000"));
    }
    return new HashMap<>(
        Map.of(
            "website_id",
            Tenant.WEBSITE_ID,
            "job_post_id",
            "6960663240925956637",
            "candidates",
            candidates));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-zh-CN"})
  void oneReferralThatFailsDoesNotStopTheOthers(String language) {
    WORLD.sandbox().next(Api.CREATE_BY_RESUME, Fault.error(ErrorCode.TALENT_LOCKED));

    long instance =
        WORLD.start(
            "referral-batch" + language,
            referral("one" + language, "two" + language, "three" + language));
    JsonNode results = WORLD.end(instance).path("results");

    assertThat(completed(instance)).endsWith("readResults", "referralDone");
    assertThat(results).hasSize(3);
    assertThat(results)
        .filteredOn(result -> result.path("application_id").isTextual())
        .as("the others")
        .hasSize(2)
        .allMatch(result -> result.path("hint").isNull());
    assertThat(results)
        .filteredOn(result -> result.path("hint").isTextual())
        .as("the one that was refused, with the reason")
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "REPEAT_APPLICATION, duplicate",
    "PARAMETER_ERROR, invalidInput",
    "USER_NOT_FOUND, userUnknown",
    "TALENT_LOCKED, rejected",
    "CANDIDATE_LIMIT_REACHED, otherwise",
  })
  void aReferralThatIsRefusedEndsAsNotApplied(ErrorCode refusal, String event) {
    for (String language : List.of("", "-zh-CN")) {
      WORLD.sandbox().next(Api.CREATE_BY_RESUME, Fault.error(refusal));

      long instance =
          WORLD.start("referral-batch" + language, referral(event + "-refused" + language));
      WORLD.end(instance);

      assertThat(completed(instance)).containsSubsequence(event, "candidateNotApplied");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-zh-CN"})
  void aDoubtIsLookedUpByAPerson(String language) {
    WORLD.sandbox().next(Api.CREATE_BY_RESUME, Fault.disconnect().executed());

    long instance = WORLD.start("referral-batch" + language, referral("doubt" + language));
    JsonNode results = WORLD.end(instance).path("results");

    assertThat(completed(instance))
        .containsSubsequence("submissionInDoubt", "lookInFeishu", "candidateApplied");
    assertThat(results.at("/0/application_id").textValue()).isEqualTo("7400000000000000001");
    assertThat(WORLD.sandbox().requests(Api.CREATE_BY_RESUME)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-zh-CN"})
  void aDoubtThatFeishuKnowsNothingOfIsSubmittedAgain(String language) {
    WORLD.sandbox().next(Api.CREATE_BY_RESUME, Fault.disconnect());

    long instance =
        WORLD.start(
            "referral-batch" + language,
            with(
                referral("again" + language),
                "lookInFeishu",
                Map.of("search_result", "not_found")));
    JsonNode results = WORLD.end(instance).path("results");

    assertThat(completed(instance)).containsSubsequence("lookInFeishu", "candidateApplied");
    assertThat(results.at("/0/application_id").textValue()).matches("[0-9]{19}");
    assertThat(WORLD.sandbox().requests(Api.CREATE_BY_RESUME)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"'', 7047318856652261677", "-zh-CN, 7047318856652261677", "'', 7000000000000000000"})
  void eachSchoolOfAnEventHasALink(String language, String website) {
    long instance =
        WORLD.start(
            "campus-event" + language,
            Map.of(
                "website_id", website,
                "event_name", "2027 校园宣讲会",
                "schools", "武汉大学\n中山大学"));
    JsonNode variables = WORLD.end(instance);

    assertThat(completed(instance)).endsWith("handOutLinks", "linksHandedOut");
    assertThat(variables.path("links"))
        .extracting(link -> link.path("school").textValue())
        .containsExactly("武汉大学", "中山大学");
    assertThat(variables.path("links"))
        .allMatch(link -> link.path("link").asText().startsWith("https://"))
        .doesNotHaveDuplicates();
    assertThat(completed(instance).contains("careerSiteUnknown"))
        .isEqualTo(website.equals("7000000000000000000"));
  }

  private static Map<String, Object> delivery(String jobPost, String name) {
    Map<String, Object> submission = Examples.submission("job_post_id", jobPost);
    submission.put("user_id", user(name));
    submission.put("email", name + "@example.com");
    submission.keySet().removeAll(List.of("mobile", "mobile_country_code", "identification"));
    String task = WORLD.end(WORLD.start("submit-only", submission)).path("task_id").textValue();
    return new HashMap<>(Map.of("website_id", Tenant.WEBSITE_ID, "task_id", task));
  }

  private static String user(String name) {
    WORLD.deploy("user.bpmn", OneTask.of("user", "feishu-hire:create-site-user:1", Map.of()));
    return WORLD
        .end(WORLD.start("user", Map.of("website_id", Tenant.WEBSITE_ID, "external_id", name)))
        .path("user_id")
        .textValue();
  }

  @ParameterizedTest
  @CsvSource({
    "6960663240925956636, delivered, -",
    "7000000000000000003, failed, -",
    "7000000000001002008, foundByHand, taskUnknown",
    "7000000000000000001, foundByHand, threeTimes",
  })
  void aResultIsWaitedForAgain(String jobPost, String end, String way) {
    for (String language : List.of("", "-zh-CN")) {
      long instance =
          WORLD.start("wait-again" + language, delivery(jobPost, "waits" + jobPost + language));
      WORLD.endAfterTimers(instance, LONGEST_PAUSE);

      assertThat(completed(instance)).endsWith(end);
      if (!way.equals("-")) {
        assertThat(completed(instance)).contains(way, "lookInFeishu");
      }
      if (way.equals("threeTimes")) {
        assertThat(completed(instance)).filteredOn("resultTimeout"::equals).hasSize(3);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-zh-CN"})
  void whatWaitsAgainMayEndAsDuplicateOrNotAtAll(String language) {
    String name = "twice" + language;
    String jobPost = "6960663240925956638";
    WORLD.end(WORLD.start("wait-again" + language, delivery(jobPost, name)));
    long duplicate = WORLD.start("wait-again" + language, delivery(jobPost, name));
    long unknown =
        WORLD.start(
            "wait-again" + language,
            with(
                delivery("7000000000001002008", "unknown" + language),
                "lookInFeishu",
                Map.of("search_result", "not_found")));
    long known =
        WORLD.start(
            "wait-again" + language,
            Map.of("website_id", Tenant.WEBSITE_ID, "application_id", "7400000000000000001"));
    WORLD.end(duplicate);
    WORLD.end(unknown);
    JsonNode found = WORLD.end(known);

    assertThat(completed(duplicate)).endsWith("alreadyApplied");
    assertThat(completed(unknown)).endsWith("notFound");
    assertThat(found.at("/delivery_result/application_id").textValue())
        .isEqualTo("7400000000000000001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-zh-CN"})
  void aToolGivesItsResultToTheAgent(String language) {
    long instance =
        WORLD.start(
            "candidate-assistant" + language,
            Map.of(
                "tools",
                List.of("listJobPosts"),
                "toolCall",
                Map.of(
                    "_meta",
                    Map.of("id", "1", "name", "listJobPosts"),
                    "website_id",
                    Tenant.WEBSITE_ID,
                    "keyword",
                    "流程")));
    JsonNode result = WORLD.end(instance).path("toolCallResults");

    assertThat(result).hasSize(1);
    assertThat(result.at("/0/id").textValue()).isEqualTo("1");
    assertThat(result.at("/0/content/0/title").textValue()).isEqualTo("流程工程师");
  }
}

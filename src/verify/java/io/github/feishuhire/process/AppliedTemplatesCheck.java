package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.api.worker.JobWorker;
import io.github.feishuhire.sandbox.http.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Models that come out of the Modeler's own parts, with templates applied and filled in. They are
 * made by {@code modeler/run}, so this is no part of the plain build.
 */
final class AppliedTemplatesCheck {

  @RegisterExtension static final HireWorld WORLD = new HireWorld();

  private static final Path MADE = Path.of("target/modeler");

  @BeforeEach
  void forgetEarlierRequests() {
    WORLD.sandbox().clearRequests();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void uploadsTheFileOfTwoVariables(String language) throws IOException {
    ObjectNode variables =
        run(language, "upload-resume", Map.of("cv_name", "简历.pdf", "cv", "JVBERi0xLjQK"));

    assertThat(variables.path("file").textValue()).matches("[0-9]{19}");
    assertThat(variables.has("resume_file_id")).as("the variable has the chosen name").isFalse();
    assertThat(WORLD.sandbox().attachments().getLast().name()).isEqualTo("简历.pdf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void createsASiteUserFromMembersOfAnObject(String language) throws IOException {
    Map<String, String> candidate =
        Map.of("id", "C-1001-" + language, "name", "张敏", "mobile", "13800138000");

    ObjectNode variables =
        run(language, "create-site-user", Map.of("candidate", candidate, "email", "not@asked.for"));

    assertThat(variables.path("site_user").textValue()).matches("[0-9]{19}");
    JsonNode request = request(Api.CREATE_SITE_USER);
    assertThat(request.path("external_id").textValue()).isEqualTo("C-1001-" + language);
    assertThat(request.path("name").textValue()).isEqualTo("张敏");
    assertThat(request.path("mobile").textValue()).isEqualTo("13800138000");
    assertThat(request.path("mobile_country_code").textValue()).isEqualTo("CN_1");
    assertThat(request.has("email")).as("a field that is not ticked is not sent").isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void submitsWaitsAndLooksAgain(String language) throws IOException {
    Map<String, Object> variables = new HashMap<>(Examples.submission());
    variables.put("job", variables.remove("job_post_id"));
    variables.put("candidate_email", "foo@bytedance.com");
    variables.put("site", variables.get("website_id"));

    String task =
        run(language, "submit-website-delivery", variables).path("delivery_task").textValue();

    assertThat(task).matches("[0-9a-f]{32}");
    JsonNode request = request(Api.CREATE_BY_ATTACHMENT);
    assertThat(request.path("job_post_id").textValue()).isEqualTo("6960663240925956636");
    assertThat(request.path("channel_id").textValue()).isEqualTo("6891560630172518670");
    assertThat(request.path("application_preferred_city_code_list").path(0).textValue())
        .isEqualTo("CT_100121");
    assertThat(request.path("mobile_country_code").textValue()).isEqualTo("+86");
    assertThat(request.path("mobile").textValue()).isEqualTo("182900291190");
    assertThat(request.path("email").textValue()).isEqualTo("foo@bytedance.com");
    assertThat(request.at("/identification/identification_type").intValue()).isEqualTo(2);
    assertThat(request.at("/identification/identification_number").textValue())
        .isEqualTo("E12345678");

    Map<String, Object> delivery = Map.of("delivery_task", task, "site", "7047318856652261676");
    JsonNode end = run(language, "await-delivery-result", delivery);
    JsonNode awaited = end.path("outcome");
    JsonNode checked = run(language, "check-delivery-result", delivery).path("state");

    assertThat(awaited.path("status").textValue()).isIn("success", "duplicate");
    assertThat(awaited.path("application_id").textValue()).matches("[0-9]{19}");
    assertThat(end.path("application_number")).isEqualTo(awaited.path("application_id"));
    assertThat(checked.path("application_id")).isEqualTo(awaited.path("application_id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void submitsAResumeInFields(String language) throws IOException {
    Map<String, String> candidate =
        Map.of("user_id", "6960663240925956634", "name", "张敏", "email", language + "@in.fields");

    JsonNode delivery =
        run(
                language,
                "submit-structured-resume",
                Map.of("candidate", candidate, "job", "6960663240925956637"))
            .path("application");

    assertThat(delivery.path("application_id").textValue()).matches("[0-9]{19}");
    JsonNode request = request(Api.CREATE_BY_RESUME);
    assertThat(request.at("/resume/basic_info/name").textValue()).isEqualTo("张敏");
    assertThat(request.path("channel_id").textValue()).isEqualTo("6891560630172518670");
    assertThat(request.path("application_preferred_city_code_list")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void looksUpWhatThereIs(String language) throws IOException {
    Map<String, String> site = Map.of("site", "7047318856652261676");

    JsonNode sites = run(language, "list-websites", Map.of()).path("sites");
    JsonNode posts = run(language, "list-job-posts", Map.of("title", "工程师")).path("posts");
    JsonNode districts = run(language, "list-locations", Map.of()).path("districts");
    JsonNode made =
        run(language, "create-channel", Map.of("site", site.get("site"), "event", language))
            .path("source");
    JsonNode sources = run(language, "list-channels", site).path("sources");

    assertThat(sites.at("/0/name/zh_cn").textValue()).isEqualTo("社会招聘");
    assertThat(posts)
        .extracting(post -> post.path("active").booleanValue())
        .containsExactly(true, true, false);
    assertThat(request(Api.SEARCH_JOB_POSTS).at("/city_code_list/0").textValue()).isEqualTo("CT_1");
    assertThat(districts).hasSize(2);
    assertThat(sources).contains(made);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void runsTheProcessOfTheTenSteps(String language) throws IOException {
    ShippedModel.names().stream()
        .filter(name -> name.endsWith(".form"))
        .forEach(name -> WORLD.deploy(name, ShippedModel.of(name)));
    WORLD.deploy(language + ".bpmn", made("steps", language).replace("<zeebe:userTask />", ""));
    Map<String, Object> candidate = Examples.candidate("ten-steps-" + language);
    candidate.put("mobile", "12");
    candidate.put("mobile_country", "CN_1 +86");

    String another = language.equals("en") ? "13900139001" : "13900139002";
    try (JobWorker person = personWhoCorrectsTheMobile(another)) {
      assertThat(person.isOpen()).isTrue();
      ObjectNode variables =
          WORLD.end(WORLD.start("hire-candidate-by-hand-" + language, candidate));

      assertThat(variables.path("delivery_result").path("status").textValue()).isEqualTo("success");
    }
    assertThat(WORLD.sandbox().requests(Api.CREATE_BY_ATTACHMENT)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void sendsTheIdsOfWhatWasChosenByName(String language) throws IOException {
    WORLD.deploy("chosen-" + language + ".bpmn", made("tenant", "chosen-" + language));

    WORLD.end(WORLD.start("drawn-process", Examples.submission()));

    JsonNode request = request(Api.CREATE_BY_ATTACHMENT);
    assertThat(request.path("job_post_id").textValue()).isEqualTo("6960663240925956637");
    assertThat(request.path("channel_id").textValue()).isEqualTo("6891560630172518671");
    assertThat(request.path("application_preferred_city_code_list").path(0).textValue())
        .isEqualTo("CT_2");
  }

  private static JobWorker personWhoCorrectsTheMobile(String mobile) {
    return WORLD
        .client()
        .newWorker()
        .jobType("io.camunda.zeebe:userTask")
        .handler(
            (jobs, job) ->
                jobs.newCompleteCommand(job.getKey())
                    .variables(Map.of("mobile", mobile, "screening_decision", "pass"))
                    .send()
                    .join())
        .open();
  }

  private static ObjectNode run(String language, String operation, Map<String, ?> variables)
      throws IOException {
    String id = operation + "-" + language;
    WORLD.deploy(id + ".bpmn", made("applied", id));
    return WORLD.end(WORLD.start(id, variables));
  }

  private static String made(String folder, String name) throws IOException {
    return Files.readString(MADE.resolve(folder).resolve(name + ".bpmn"));
  }

  private static JsonNode request(Api api) {
    var requests = List.copyOf(WORLD.sandbox().requests(api));
    assertThat(requests).hasSize(1);
    return requests.getFirst().json();
  }
}

package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.github.feishuhire.command.CommandRun;
import io.github.feishuhire.sandbox.http.Api;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Processes made with the dropdowns of one tenant's templates. */
final class TenantTemplatesIT {

  @RegisterExtension static final HireWorld WORLD = new HireWorld();

  @TempDir private static Path templates;

  private static final String SITE = "7047318856652261676";

  @BeforeAll
  static void writeTemplates() {
    CommandRun run =
        CommandRun.against(WORLD.sandbox().baseUrl(), "templates", "--out", templates.toString());
    assertThat(run.status()).as(run.err()).isZero();
  }

  @BeforeEach
  void forgetEarlierRequests() {
    WORLD.sandbox().clearRequests();
  }

  @Test
  void whatIsChosenByNameIsSentAsIds() throws IOException {
    String submission = "jobPost_" + SITE;
    ObjectNode variables =
        run(
            "chosen",
            Map.of(
                "website",
                SITE,
                submission,
                "6960663240925956637",
                "withChannel",
                "true",
                "channel_" + SITE,
                "6891560630172518671",
                "withPreferredCity",
                "true",
                "city",
                "CT_2"));

    assertThat(variables.path("delivery_result").path("status").asText()).isEqualTo("success");
    var users = WORLD.sandbox().requests(Api.CREATE_SITE_USER);
    assertThat(users).hasSize(1);
    assertThat(users.getFirst().path()).contains("/websites/" + SITE + "/");
    var submissions = WORLD.sandbox().requests(Api.CREATE_BY_ATTACHMENT);
    assertThat(submissions).hasSize(1);
    assertThat(submissions.getFirst().path()).contains("/websites/" + SITE + "/");
    JsonNode sent = submissions.getFirst().json();
    assertThat(sent.path("job_post_id").asText()).isEqualTo("6960663240925956637");
    assertThat(sent.path("channel_id").asText()).isEqualTo("6891560630172518671");
    assertThat(sent.path("application_preferred_city_code_list").path(0).asText())
        .isEqualTo("CT_2");
  }

  @Test
  void aBoxThatIsTickedTakesAnExpression() throws IOException {
    run(
        "entered",
        Map.of("website", SITE, "jobPostOther", "true", "job_post_id_other", "=chosen_job_post"));

    JsonNode sent = WORLD.sandbox().requests(Api.CREATE_BY_ATTACHMENT).getFirst().json();
    assertThat(sent.path("job_post_id").asText()).isEqualTo("6960663240925956638");
    assertThat(sent.has("channel_id")).isFalse();
    assertThat(sent.has("application_preferred_city_code_list")).isFalse();
  }

  @Test
  void anotherWebsiteTakesAnotherJobPost() throws IOException {
    run(
        "another",
        Map.of(
            "websiteOther", "true",
            "website_id", SITE,
            "job_post_id", "6960663240925956636"));

    var submissions = WORLD.sandbox().requests(Api.CREATE_BY_ATTACHMENT);
    assertThat(submissions.getFirst().path()).contains("/websites/" + SITE + "/");
    assertThat(submissions.getFirst().json().path("job_post_id").asText())
        .isEqualTo("6960663240925956636");
  }

  private static ObjectNode run(String id, Map<String, String> delivery) throws IOException {
    Map<String, String> site = new HashMap<>(delivery);
    site.keySet().retainAll(Set.of("website", "websiteOther", "website_id"));
    Map<String, String> user = new HashMap<>(site);
    user.put("external_id", "=external_id");
    FilledIn create = template("create-site-user", user);
    FilledIn submit = template("submit-website-delivery", delivery);
    FilledIn await = template("await-delivery-result", site);
    WORLD.deploy(
        id + ".bpmn",
        Bpmn.convertToString(
            Bpmn.createExecutableProcess(id)
                .startEvent()
                .serviceTask("create", create::apply)
                .serviceTask("submit", submit::apply)
                .serviceTask("await", await::apply)
                .endEvent()
                .done()));
    return WORLD.end(
        WORLD.start(
            id,
            Map.of(
                "external_id", id,
                "resume_file_id", "7095614894070434092",
                "chosen_job_post", "6960663240925956638")));
  }

  private static FilledIn template(String name, Map<String, String> entered) throws IOException {
    return new FilledIn(templates.resolve(name + ".json"), entered);
  }
}

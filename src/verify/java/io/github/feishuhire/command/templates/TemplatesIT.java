package io.github.feishuhire.command.templates;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.feishuhire.command.CommandRun;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.gateway.RecordedRequest;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.website.JobPost;
import io.github.feishuhire.sandbox.website.TaskEnding;
import io.github.feishuhire.sandbox.website.Tenant;
import io.github.feishuhire.sandbox.website.Website;
import io.github.feishuhire.words.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TemplatesIT {

  private static final String SITE = Tenant.WEBSITE_ID;
  private static final String LONG = "长".repeat(200);
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  private CommandRun write(Tenant tenant, Path out, String... more) {
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.DEFAULT.withTenant(tenant))) {
      return write(sandbox, out, more);
    }
  }

  private static CommandRun write(Sandbox sandbox, Path out, String... more) {
    String[] args =
        Stream.concat(Stream.of("templates", "--out", out.toString()), Arrays.stream(more))
            .toArray(String[]::new);
    CommandRun run = CommandRun.against(sandbox.baseUrl(), args);
    assertThat(run.status()).as(run.err()).isZero();
    return run;
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }

  private static Set<String> templates(Path folder) throws IOException {
    return files(folder).keySet().stream().filter(name -> name.endsWith(".json")).collect(toSet());
  }

  private static JsonNode template(Path folder, String name) throws IOException {
    return JSON.readTree(folder.resolve(name + ".json").toFile());
  }

  private static JsonNode property(JsonNode template, String id) {
    return template
        .path("properties")
        .valueStream()
        .filter(property -> property.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no property " + id));
  }

  private static List<String> names(JsonNode dropdown) {
    return dropdown.path("choices").valueStream().map(one -> one.path("name").asText()).toList();
  }

  /** What {@code modeler/checks/tenant.test.js} looks at; it stays there. */
  @ParameterizedTest
  @EnumSource
  void writesALargeTenantWithinTheLimits(Language language) throws IOException {
    Path out = Path.of("target", "tenant-templates", language.toString());
    Tenant large = Tenant.ofSize(23, 340, 150);
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.DEFAULT.withTenant(large))) {
      CommandRun run = write(sandbox, out, "--lang", language.toString());

      assertThat(sandbox.requests()).allMatch(RecordedRequest::executed);
      assertThat(run.err().lines()).hasSize(24).anyMatch(line -> line.startsWith("[23/23] "));
    }
    JsonNode submit = template(out, "submit-website-delivery");
    assertThat(property(submit, "website").path("choices")).hasSize(23);
    assertThat(property(submit, "jobPost_" + SITE).path("choices")).hasSize(340);
    assertThat(property(submit, "city").path("choices")).hasSize(150);
  }

  @Test
  void offersNamesInOrder() throws IOException {
    write(Tenant.SMALL, folder);

    JsonNode submit = template(folder, "submit-website-delivery");
    assertThat(names(property(submit, "website")))
        .containsExactly("Campus", "Careers", "International");
    assertThat(names(property(submit, "jobPost_" + SITE)))
        .as("without the post that is disabled")
        .containsExactly("Java 开发工程师", "Java 开发工程师（急聘）", "流程工程师");
    assertThat(names(property(submit, "channel_" + SITE))).containsExactly("官网首页", "微信公众号");
  }

  @Test
  void leavesOutAPostThatHasExpired() throws IOException {
    write(
        withPosts(
            new JobPost(
                "100001",
                SITE,
                "Yesterday",
                "2",
                true,
                Optional.of(Instant.now().minus(Duration.ofDays(1))),
                List.of("CT_1"),
                TaskEnding.DECIDED)),
        folder);

    assertThat(names(property(template(folder, "submit-website-delivery"), "jobPost_" + SITE)))
        .isNotEmpty()
        .doesNotContain("Yesterday");
  }

  @Test
  void takesNamesAsTheyAre() throws IOException {
    write(
        withPosts(
            post("100001", "\"Quoted\" & <b>bold</b>"),
            post("100002", "火箭 🚀 工程师"),
            post("100003", LONG),
            post("100004", "two\nlines\tand \u001b[31m"),
            post("100005", "Twin"),
            post("100006", "Twin"),
            post("100007", " ")),
        folder);

    List<String> names =
        names(property(template(folder, "submit-website-delivery"), "jobPost_" + SITE));
    assertThat(names)
        .contains(
            "\"Quoted\" & <b>bold</b>",
            "火箭 🚀 工程师",
            LONG,
            "two lines and [31m",
            "Twin (100005)",
            "Twin (100006)",
            "100007");
  }

  @Test
  void twoRunsWriteTheSameBytes(@TempDir Path another) throws IOException {
    write(Tenant.SMALL, folder);
    Tenant shuffled =
        new Tenant(
            Tenant.SMALL.websites().reversed(),
            Tenant.SMALL.jobPosts().reversed(),
            Tenant.SMALL.locations().reversed());
    write(shuffled, another);
    Map<String, String> first = files(folder);

    CommandRun again = write(Tenant.SMALL, folder);

    assertThat(files(another)).isEqualTo(first);
    assertThat(files(folder)).isEqualTo(first);
    assertThat(again.out().lines()).isNotEmpty().allMatch(line -> line.endsWith(", unchanged"));
  }

  @Test
  void raisesTheVersionOfWhatHasChangedAndOfNothingElse() throws IOException {
    write(Tenant.SMALL, folder);

    write(withPosts(post("100001", "New")), folder);

    assertThat(template(folder, "submit-website-delivery").path("version").intValue()).isEqualTo(2);
    assertThat(template(folder, "create-site-user").path("version").intValue()).isEqualTo(1);
  }

  @Test
  void aTaskTellsTheIdAndVersionOfTheTemplateThatWasWritten() throws IOException {
    write(Tenant.SMALL, folder);
    write(withPosts(post("100001", "New")), folder);

    JsonNode raised = template(folder, "submit-website-delivery");
    JsonNode kept = template(folder, "create-site-user");

    assertThat(property(raised, "elementTemplateId").path("value").textValue())
        .isEqualTo("io.github.feishuhire.tenant.submit-website-delivery");
    assertThat(property(raised, "elementTemplateVersion").path("value").textValue()).isEqualTo("2");
    assertThat(property(kept, "elementTemplateId").path("value").textValue())
        .isEqualTo("io.github.feishuhire.tenant.create-site-user");
    assertThat(property(kept, "elementTemplateVersion").path("value").textValue()).isEqualTo("1");
  }

  @Test
  void writesNothingOverAFileThatIsNoTemplate() throws IOException {
    Files.writeString(folder.resolve("await-delivery-result.json"), "[]");
    try (Sandbox sandbox = Sandbox.start()) {
      CommandRun run =
          CommandRun.against(sandbox.baseUrl(), "templates", "--out", folder.toString());

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("await-delivery-result.json is there already");
    }
    assertThat(folder.resolve("await-delivery-result.json")).hasContent("[]");
  }

  @ParameterizedTest
  @EnumSource
  void writesTheStartFormWithDropdowns(Language language) throws IOException {
    write(Tenant.SMALL, folder, "--lang", language.toString());

    JsonNode form = JSON.readTree(folder.resolve("candidate-start.form").toFile());
    JsonNode shipped =
        JSON.readTree(
            Path.of("bpmn", language == Language.EN ? "." : "zh-CN", "candidate-start.form")
                .toFile());

    assertThat(form.path("id")).as("it takes the place of the form").isEqualTo(shipped.path("id"));
    assertThat(members(form, "id")).isEqualTo(members(shipped, "id"));
    assertThat(members(form, "key")).isEqualTo(members(shipped, "key"));
    assertThat(component(form, "name")).isEqualTo(component(shipped, "name"));
    assertThat(component(form, "website_id").path("values").findValuesAsText("label"))
        .hasSize(3)
        .contains(language == Language.EN ? "Careers" : "社会招聘");
    assertThat(component(form, "website_id").has("defaultValue")).isFalse();
    assertThat(component(form, "preferred_city_code").path("values").findValuesAsText("value"))
        .contains("CT_100121");
    assertThat(component(form, "job_post_id").path("valuesExpression").asText())
        .contains("\"" + SITE + "\":[{\"label\":\"Java 开发工程师\",\"value\":\"6960663240925956636\"}")
        .endsWith(", website_id)");
  }

  @Test
  void theStartFormOffersNoWebsiteWithoutAJobPost() throws IOException {
    write(Tenant.ofSize(5, 3, 8), folder);

    JsonNode form = JSON.readTree(folder.resolve("candidate-start.form").toFile());

    assertThat(component(form, "website_id").path("values").findValuesAsText("label"))
        .containsExactly("Campus", "Careers", "International");
  }

  @Test
  void theStartFormAsksForIdsOfWhatThereIsNone() throws IOException {
    write(new Tenant(Tenant.SMALL.websites(), List.of(), Tenant.SMALL.locations()), folder);

    JsonNode form = JSON.readTree(folder.resolve("candidate-start.form").toFile());

    assertThat(component(form, "website_id").path("values")).hasSize(3);
    assertThat(component(form, "job_post_id").path("type").asText()).isEqualTo("textfield");
  }

  @Test
  void writesNothingOverAnotherForm() throws IOException {
    Files.writeString(folder.resolve("candidate-start.form"), "{\"id\": \"mine\"}");
    try (Sandbox sandbox = Sandbox.start()) {
      CommandRun run =
          CommandRun.against(sandbox.baseUrl(), "templates", "--out", folder.toString());

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("candidate-start.form is there already");
    }
    assertThat(folder.resolve("candidate-start.form")).hasContent("{\"id\": \"mine\"}");
  }

  @Test
  void readsOnlyTheWebsitesThatWereAskedFor() throws IOException {
    write(Tenant.SMALL, folder, "--website", SITE, Tenant.CAMPUS_ID);

    assertThat(names(property(template(folder, "create-site-user"), "website")))
        .containsExactly("Campus", "Careers");
  }

  @Test
  void namesAWebsiteThatIsNotThere() {
    try (Sandbox sandbox = Sandbox.start()) {
      CommandRun run =
          CommandRun.against(
              sandbox.baseUrl(), "templates", "--out", folder.toString(), "--website", "1");

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).startsWith("This app sees no website 1; it sees " + SITE);
    }
  }

  @Test
  void waitsWhenFeishuAsksItTo() throws IOException {
    try (Sandbox sandbox = Sandbox.start()) {
      sandbox.next(Api.SEARCH_JOB_POSTS, Fault.throttled(Duration.ofSeconds(1)));
      sandbox.next(Api.LIST_CHANNELS, Fault.httpStatus(502));

      write(sandbox, folder);
    }
    assertThat(files(folder)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void keepsEveryBindingOfTheOrdinaryTemplates(Language language) throws IOException {
    write(Tenant.SMALL, folder, "--lang", language.toString());

    for (String file : templates(folder)) {
      JsonNode tenants = JSON.readTree(folder.resolve(file).toFile());
      JsonNode ordinary =
          JSON.readTree(Path.of("element-templates", language.toString(), file).toFile());
      assertThat(bindings(tenants)).containsAll(bindings(ordinary));
      assertThat(bindings(tenants))
          .filteredOn(binding -> !bindings(ordinary).contains(binding))
          .as("only the Modeler reads what is new")
          .isNotEmpty()
          .allMatch(binding -> binding.path("type").asText().equals("zeebe:property"));
      assertThat(tenants.path("id").asText())
          .isEqualTo(ordinary.path("id").asText().replace("feishuhire.", "feishuhire.tenant."));
      assertThat(ids(tenants)).doesNotHaveDuplicates();
    }
  }

  @Test
  void makesATenantsTemplateOfEachThatAsksForAWebsite() throws IOException {
    write(Tenant.SMALL, folder);

    Set<String> expected;
    try (Stream<Path> ordinary = Files.list(Path.of("element-templates/en"))) {
      expected =
          ordinary
              .filter(file -> file.toString().endsWith(".json"))
              .filter(file -> contains(file, "\"name\": \"website_id\""))
              .map(file -> file.getFileName().toString())
              .collect(toSet());
    }
    assertThat(templates(folder)).isEqualTo(expected).isNotEmpty();
  }

  private static JsonNode component(JsonNode form, String key) {
    return form.path("components")
        .valueStream()
        .filter(one -> one.path("key").asText().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no field " + key));
  }

  private static List<String> members(JsonNode form, String name) {
    return form.path("components").valueStream().map(one -> one.path(name).asText()).toList();
  }

  private static boolean contains(Path file, String text) {
    try {
      return Files.readString(file).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<JsonNode> bindings(JsonNode template) {
    return template
        .path("properties")
        .valueStream()
        .map(property -> property.path("binding"))
        .collect(toSet());
  }

  private static List<String> ids(JsonNode template) {
    return template.path("properties").valueStream().map(one -> one.path("id").asText()).toList();
  }

  private static JobPost post(String id, String title) {
    return new JobPost(
        id, SITE, title, "j" + id, true, Optional.empty(), List.of("CT_1"), TaskEnding.DECIDED);
  }

  private static Tenant withPosts(JobPost... posts) {
    List<JobPost> all = new ArrayList<>(Tenant.SMALL.jobPosts());
    all.addAll(List.of(posts));
    List<Website> websites = Tenant.SMALL.websites();
    return new Tenant(websites, all, Tenant.SMALL.locations());
  }
}

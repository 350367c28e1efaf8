package io.github.feishuhire.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.testbed.process.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The dashboard and the alert rules ask for nothing that the connector does not tell. */
final class OperationsFilesIT {

  private static final Path FOLDER = Path.of("operations");
  private static final Path ALERTS = FOLDER.resolve("prometheus-alerts.yml");
  private static final Path DASHBOARD = FOLDER.resolve("grafana-dashboard.json");

  /** One sample, as the text format has it. */
  private static final Pattern SAMPLE =
      Pattern.compile(
          "(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)"
              + "(\\{(?<labels>([a-zA-Z_][a-zA-Z0-9_]*=\"([^\"\\\\\n]|\\\\[\\\\\"n])*\",?)*)})?"
              + " (NaN|[+-]Inf|[-+]?[0-9.]+(E-?[0-9]+)?)");

  private static final Pattern SELECTOR =
      Pattern.compile("(?<name>(feishu_hire|jvm|process)_[a-z_]+|up)\\b(\\{(?<labels>[^}]*)})?");

  private static String scrape = "";

  @BeforeAll
  static void lookAtAConnectorThatHasHadAJob() {
    int port = FreePort.find();
    try (Sandbox sandbox = Sandbox.start();
        RunningConnector connector =
            RunningConnector.start(
                "--feishu.base-url=" + sandbox.baseUrl(),
                "--feishu.app-id=cli_sandbox00000001",
                "--feishu.app-secret=sandbox-secret",
                "--feishu.events.mode=webhook",
                "--feishu.events.port=" + port,
                "--feishu.events.encrypt-key=" + FeishuPush.ENCRYPT_KEY);
        FeishuPush push = new FeishuPush(port)) {
      push.push("/feishu/events", event());
      connector.deploy("create", "create-site-user", Map.of());
      connector.awaitEnd(
          connector.start(
              "create", Map.of("website_id", "7047318856652261676", "external_id", "ext-1")));
      scrape = connector.scrape();
    }
  }

  private static String event() {
    return FeishuPush.event(
        "event-1", "hire.talent.deleted_v1", "cli_sandbox00000001", "{\"talent_id\":\"1\"}");
  }

  @AfterAll
  static void forget() {
    scrape = "";
  }

  private static List<MatchResult> samples() {
    return scrape
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(
            line -> {
              var sample = SAMPLE.matcher(line);
              assertThat(sample.matches()).as(line).isTrue();
              return sample.toMatchResult();
            })
        .toList();
  }

  @Test
  void theScrapeIsInPrometheusTextFormat() {
    assertThat(samples()).hasSizeGreaterThan(100);
    assertThat(scrape.lines().filter(line -> line.startsWith("#")))
        .allMatch(line -> line.matches("# (HELP|TYPE) [a-zA-Z_:][a-zA-Z0-9_:]* .*"));
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void anExpressionAsksForWhatThereIs(String expression) {
    Set<String> labels =
        samples().stream()
            .map(sample -> sample.group("name") + "{" + sample.group("labels"))
            .collect(Collectors.toSet());

    List<MatchResult> selectors = SELECTOR.matcher(expression).results().toList();

    assertThat(selectors).isNotEmpty();
    assertThat(selectors)
        .allSatisfy(
            selector -> {
              String name = selector.group("name");
              assertThat(name.equals("up") || hasSample(labels, name)).as(name).isTrue();
              assertThat(labelsOf(selector).filter(label -> !label.equals("job")))
                  .allMatch(label -> hasLabel(labels, name, label));
            });
  }

  @Test
  void eachAlertSaysWhatToDo() throws IOException {
    assertThat(alerts())
        .isNotEmpty()
        .allSatisfy(
            rule -> {
              assertThat(rule).containsKeys("alert", "expr", "for", "labels", "annotations");
              assertThat(String.valueOf(rule.get("annotations")))
                  .contains("summary")
                  .contains("description");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/runbook.md", "docs/zh-CN/runbook.md"})
  void eachAlertHasItsSectionInTheRunbook(String document) throws IOException {
    List<String> sections =
        Files.readAllLines(Path.of(document)).stream()
            .filter(line -> line.startsWith("## FeishuHire"))
            .map(line -> line.substring(3))
            .toList();

    assertThat(alerts())
        .extracting(rule -> String.valueOf(rule.get("alert")))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(sections);
  }

  @Test
  void eachAlertLeadsToItsSection() throws IOException {
    assertThat(alerts())
        .isNotEmpty()
        .allSatisfy(
            rule ->
                assertThat(String.valueOf(rule.get("annotations")))
                    .contains(
                        "runbook_url=docs/runbook.md#"
                            + String.valueOf(rule.get("alert")).toLowerCase(Locale.ROOT)));
  }

  /**
   * By default Prometheus keeps no more than is told here; a number nobody looks at is a burden.
   */
  @Test
  void everyNumberOfTheConnectorIsOnTheDashboard() throws IOException {
    String dashboard = Files.readString(DASHBOARD);

    assertThat(numbers()).isNotEmpty().allMatch(dashboard::contains);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/operators.md", "docs/zh-CN/operators.md"})
  void theDocsListEveryNumberWithItsLabels(String document) throws IOException {
    Map<String, Set<String>> listed =
        Pattern.compile("^\\| `(feishu_hire_[a-z_]+)` \\| ([^|]*) \\|", Pattern.MULTILINE)
            .matcher(Files.readString(Path.of(document)))
            .results()
            .collect(Collectors.toMap(row -> row.group(1), row -> quoted(row.group(2))));

    assertThat(listed.keySet()).containsExactlyInAnyOrderElementsOf(numbers());
    listed.forEach(
        (name, labels) ->
            assertThat(
                    samples().stream()
                        .filter(sample -> sample.group("name").matches(name + "(_count)?"))
                        .flatMap(sample -> labelsIn(sample.group("labels"))))
                .as(name)
                .containsAll(labels)
                .allMatch(labels::contains));
  }

  private static Set<String> numbers() {
    return scrape
        .lines()
        .filter(line -> line.startsWith("# TYPE feishu_hire_"))
        .map(line -> line.replaceAll("# TYPE (\\S+) .*", "$1"))
        .filter(name -> !name.endsWith("_max"))
        .collect(Collectors.toSet());
  }

  private static Set<String> quoted(String text) {
    return Pattern.compile("`([a-z]+)`")
        .matcher(text)
        .results()
        .map(word -> word.group(1))
        .collect(Collectors.toSet());
  }

  static List<String> expressions() throws IOException {
    List<String> expressions = new ArrayList<>();
    for (JsonNode panel : new ObjectMapper().readTree(DASHBOARD.toFile()).path("panels")) {
      panel.path("targets").forEach(target -> expressions.add(target.path("expr").asText()));
    }
    rules().forEach(rule -> expressions.add(String.valueOf(rule.get("expr"))));
    for (Map<String, Object> rule : rules()) {
      if (rule.containsKey("record")) { // it has labels of the number that it is made of
        String recorded = String.valueOf(rule.get("record"));
        var origin = SELECTOR.matcher(String.valueOf(rule.get("expr")));
        assertThat(origin.find()).as(recorded).isTrue();
        expressions.replaceAll(one -> one.replace(recorded, origin.group("name")));
      }
    }
    return expressions;
  }

  private static List<Map<String, Object>> rules() throws IOException {
    Map<String, List<Map<String, List<Map<String, Object>>>>> file =
        new Yaml().load(Files.readString(ALERTS));
    return file.getOrDefault("groups", List.of()).stream()
        .flatMap(group -> group.getOrDefault("rules", List.of()).stream())
        .toList();
  }

  private static List<Map<String, Object>> alerts() throws IOException {
    return rules().stream().filter(rule -> rule.containsKey("alert")).toList();
  }

  private static boolean hasSample(Set<String> samples, String name) {
    return samples.stream().anyMatch(sample -> sample.startsWith(name + "{"));
  }

  private static boolean hasLabel(Set<String> samples, String name, String label) {
    return samples.stream()
        .anyMatch(sample -> sample.startsWith(name + "{") && sample.contains(label + "=\""));
  }

  private static Stream<String> labelsOf(MatchResult selector) {
    return labelsIn(selector.group("labels"));
  }

  private static Stream<String> labelsIn(@Nullable String labels) {
    return labels == null
        ? Stream.of()
        : Pattern.compile("([a-z_]+)(=|!=|=~|!~)\"")
            .matcher(labels)
            .results()
            .map(label -> label.group(1));
  }
}

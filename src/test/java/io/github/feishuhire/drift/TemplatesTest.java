package io.github.feishuhire.drift;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.feishuhire.worker.input.TaskHeaders;
import io.github.feishuhire.worker.job.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TemplatesTest {

  /** What a task header of the contract is for. */
  private static final Map<String, List<String>> HEADERS =
      Map.of(
          "feishu-hire:upload-resume:1", List.of("afterUpload"),
          "feishu-hire:create-site-user:1", List.of("afterCompletion"),
          "feishu-hire:submit-website-delivery:1", List.of("onDoubt", "afterCompletion"),
          "feishu-hire:submit-structured-resume:1", List.of("onDoubt"),
          "feishu-hire:create-note:1", List.of("onDoubt"),
          "feishu-hire:await-delivery-result:1", List.of("onDuplicate", "timeout"));

  /** Inputs that are chosen, besides the type of an identity document. */
  private static final Set<String> CHOICES = Set.of("location_type", "termination_type", "privacy");

  private static final List<String> HEADERS_OF_ALL =
      List.of(
          "elementTemplateId",
          "elementTemplateVersion",
          "language",
          "connection",
          "retryBackoff",
          "onRejected");

  private static final int LARGEST_ICON = 8 * 1024;

  static List<ElementTemplate> templates() {
    return ElementTemplate.all();
  }

  @Test
  void thereIsOneForEachOperation() {
    assertThat(templates())
        .as("each row of Operations.all has one file in element-templates/, with its job type")
        .extracting(ElementTemplate::jobType)
        .containsExactlyInAnyOrderElementsOf(Catalogue.OPERATIONS.keySet());
  }

  @Test
  void idsAndVersionsAreUnique() {
    assertThat(templates())
        .as("give the copy an id of its own, or raise its version")
        .doesNotHaveDuplicates()
        .extracting(template -> template.id() + " " + template.version())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void isNamedAsItsOperation(ElementTemplate template) {
    Operation<?> operation = operation(template);
    String slug = operation.name().toLowerCase(Locale.ROOT).replace(' ', '-');

    assertThat(template.json().path("name").asText()).isEqualTo("Feishu Hire: " + operation.name());
    assertThat(template.id()).isEqualTo("io.github.feishuhire." + slug);
    assertThat(template.file()).isEqualTo("element-templates/en/" + slug + ".json");
    assertThat(template.version()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void offersEachInputOfItsOperationAndNoOther(ElementTemplate template) {
    assertThat(template.inputs())
        .as("the zeebe:input names of %s are those of the row in Operations", template)
        .containsExactlyInAnyOrderElementsOf(Catalogue.mapped(operation(template)));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void offersEachHeaderThatMattersForItsOperationAndNoOther(ElementTemplate template) {
    List<String> expected = new ArrayList<>(HEADERS_OF_ALL);
    expected.addAll(HEADERS.getOrDefault(template.jobType(), List.of()));

    assertThat(headers(template).map(header -> header.at("/binding/key").asText()))
        .as("the zeebe:taskHeader keys of %s are those the worker reads for it", template)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** The Chinese ones and those that were released among them. */
  static Stream<ElementTemplate> templatesOfAllFolders() throws IOException {
    try (Stream<Path> folders = Files.walk(Path.of("element-templates"))) {
      return folders
          .filter(folder -> Files.isDirectory(folder) && !folder.endsWith("import"))
          .filter(folder -> !folder.endsWith("event")) // an event cannot tell
          .flatMap(folder -> ElementTemplate.in(folder.toString()).stream())
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("templatesOfAllFolders")
  void hasTheTaskTellItsIdAndVersion(ElementTemplate template) {
    assertThat(headers(template))
        .filteredOn(header -> header.at("/binding/key").asText().startsWith("elementTemplate"))
        .extracting(header -> header.at("/binding/key").asText(), header -> header.path("value"))
        .as("the metric of %s shows another template", template)
        .containsExactly(
            tuple("elementTemplateId", TextNode.valueOf(template.id())),
            tuple("elementTemplateVersion", TextNode.valueOf("" + template.version())));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void offersOnlyHeaderValuesTheWorkerTakes(ElementTemplate template) {
    headers(template)
        .forEach(
            header -> {
              String key = header.at("/binding/key").asText();
              Stream.concat(
                      Stream.of(header.path("value").asText()),
                      header.path("choices").valueStream().map(one -> one.path("value").asText()))
                  .forEach(
                      value ->
                          assertThatCode(() -> TaskHeaders.of(Map.of(key, value)))
                              .as("%s offers %s for %s", template, value, key)
                              .doesNotThrowAnyException());
            });
  }

  @ParameterizedTest
  @MethodSource("templates")
  void startsEachHeaderWithTheWorkersDefault(ElementTemplate template) {
    Map<String, String> asOffered =
        headers(template)
            .collect(
                toMap(
                    header -> header.at("/binding/key").asText(),
                    header -> header.path("value").asText()));

    assertThat(asOffered.values())
        .as("a header without a value is not written into the model")
        .allMatch(value -> !value.isBlank());
    assertThat(TaskHeaders.of(asOffered))
        .as("a task whose headers nobody touched behaves as one without headers")
        .isEqualTo(TaskHeaders.of(Map.of()));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void offersEachValueOfAHeaderWithChoices(ElementTemplate template) {
    boolean canBeFound = operation(template).task().output().foundAs() != null;
    Map<String, List<String>> expected =
        Map.of(
            "onRejected", List.of("bpmn-error", "incident"),
            "onDoubt",
                canBeFound
                    ? List.of("incident", "look-up", "bpmn-error", "resubmit")
                    : List.of("incident", "bpmn-error", "resubmit"),
            "onDuplicate", List.of("bpmn-error", "complete"),
            "afterUpload", List.of("keep", "delete-document"),
            "afterCompletion", List.of("keep", "blank-identification"));

    headers(template)
        .filter(header -> expected.containsKey(header.at("/binding/key").asText()))
        .forEach(
            header ->
                assertThat(header.path("choices").valueStream())
                    .as("%s of %s, the default first", header.path("id"), template)
                    .extracting(choice -> choice.path("value").asText())
                    .isEqualTo(expected.get(header.at("/binding/key").asText())));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void mapsTheOutputOfItsOperation(ElementTemplate template) {
    String output = operation(template).task().output().name();

    assertThat(template.bound("zeebe:output"))
        .as("one zeebe:output of %s, with the variable the operation writes", template)
        .filteredOn(property -> !property.has("condition"))
        .filteredOn(property -> !property.path("type").asText().equals("Hidden"))
        .singleElement()
        .satisfies(
            property -> {
              assertThat(property.at("/binding/source").asText()).isEqualTo("=" + output);
              assertThat(property.path("value").asText()).isEqualTo(output);
            });
  }

  @ParameterizedTest
  @MethodSource("templates")
  void showsAnExampleOfTheOutputOfItsOperation(ElementTemplate template) {
    assertThat(template.bound("zeebe:property"))
        .filteredOn(
            property ->
                property.at("/binding/name").asText().equals("camundaModeler:exampleOutputJson"))
        .singleElement()
        .satisfies(
            property ->
                assertThat(property.path("value").asText())
                    .startsWith("{\"" + operation(template).task().output().name() + "\":"));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void offersEveryTypeOfIdentityDocumentAndNoOther(ElementTemplate template) {
    template
        .bound("zeebe:input")
        .filter(property -> property.path("type").asText().equals("Dropdown"))
        .filter(property -> !CHOICES.contains(property.at("/binding/name").asText()))
        .forEach(
            property ->
                assertThat(property.path("choices").valueStream())
                    .extracting(choice -> choice.path("value").asText())
                    .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "9"));
  }

  @Test
  void offersEveryoneWhoMayEndAnApplicationAndWhoMayReadANote() {
    Map<String, List<String>> offered =
        templates().stream()
            .flatMap(template -> template.bound("zeebe:input"))
            .filter(
                property ->
                    Set.of("termination_type", "privacy")
                        .contains(property.at("/binding/name").asText()))
            .collect(
                toMap(
                    property -> property.at("/binding/name").asText(),
                    property ->
                        property
                            .path("choices")
                            .valueStream()
                            .map(choice -> choice.path("value").asText())
                            .toList()));

    assertThat(offered)
        .isEqualTo(
            Map.of("termination_type", List.of("1", "22", "27"), "privacy", List.of("2", "1")));
  }

  @Test
  void offersEveryLevelOfLocationsTheUsualOneFirst() {
    assertThat(templates().stream().flatMap(template -> template.bound("zeebe:input")))
        .filteredOn(property -> property.at("/binding/name").asText().equals("location_type"))
        .singleElement()
        .satisfies(
            property ->
                assertThat(property.path("choices").valueStream())
                    .extracting(choice -> choice.path("value").asText())
                    .containsExactly("3", "1", "2", "4"));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void idsOfPropertiesAreUnique(ElementTemplate template) {
    assertThat(template.properties())
        .extracting(property -> property.path("id").asText())
        .doesNotHaveDuplicates()
        .allMatch(id -> !id.isEmpty());
  }

  @ParameterizedTest
  @MethodSource("templates")
  void twoPropertiesOfOneBindingAreNeverShownTogether(ElementTemplate template) {
    Map<JsonNode, List<JsonNode>> byBinding =
        template.properties().collect(groupingBy(property -> property.path("binding")));

    assertThat(byBinding)
        .as("all but one property of a binding need a condition, or the last one wins")
        .allSatisfy(
            (binding, properties) ->
                assertThat(properties)
                    .filteredOn(property -> !property.has("condition"))
                    .hasSizeLessThanOrEqualTo(properties.size() == 1 ? 1 : 0));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void refersToGroupsAndPropertiesItHas(ElementTemplate template) {
    List<String> groups =
        template.json().path("groups").valueStream().map(g -> g.path("id").asText()).toList();
    List<String> ids = template.properties().map(property -> property.path("id").asText()).toList();

    assertThat(template.properties())
        .allSatisfy(
            property -> {
              if (!property.path("type").asText().equals("Hidden")) {
                assertThat(groups).contains(property.path("group").asText());
              }
              if (property.has("condition")) {
                assertThat(ids).contains(property.at("/condition/property").asText());
              }
            });
  }

  @ParameterizedTest
  @MethodSource("templates")
  void takesItsOwnExamples(ElementTemplate template) {
    assertThat(template.properties())
        .filteredOn(property -> property.at("/constraints/pattern").isObject())
        // where only an expression will do, the Modeler shows the equals sign itself
        .filteredOn(property -> !property.at("/constraints/pattern/value").asText().equals("^="))
        .allSatisfy(
            property -> {
              Pattern pattern = Pattern.compile(property.at("/constraints/pattern/value").asText());
              Stream.of("value", "placeholder")
                  .filter(property::has)
                  .forEach(
                      name -> assertThat(property.path(name).asText()).containsPattern(pattern));
            });
  }

  @ParameterizedTest
  @MethodSource("templates")
  void takesAnExpressionWhereverAnInputCanBeOne(ElementTemplate template) {
    assertThat(template.bound("zeebe:input"))
        .filteredOn(property -> !property.path("type").asText().matches("Hidden|Dropdown"))
        .allSatisfy(
            property -> {
              assertThat(property.path("feel").asText()).isIn("optional", "required");
              assertThat("=candidate.value")
                  .containsPattern(property.at("/constraints/pattern/value").asText());
            });
  }

  @ParameterizedTest
  @MethodSource("templates")
  void aListShowsInFeelHowOneOfItIsFound(ElementTemplate template) {
    if (operation(template).name().startsWith("List ")) {
      String output = operation(template).task().output().name();

      assertThat(template.json().path("description").asText()).contains("=" + output + "[");
      assertThat(template.bound("zeebe:output").map(one -> one.path("tooltip").asText()))
          .singleElement()
          .asString()
          .contains(output + "[");
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void asksForNoSecret(ElementTemplate template) {
    assertThat(template.properties())
        .as("app id and secret live in the worker's settings, never in a process")
        .extracting(property -> property.path("id") + " " + property.path("binding"))
        .noneMatch(
            text ->
                text.toLowerCase(Locale.ROOT)
                    .matches(".*(secret|password|token|credential|app_?id|appid).*"));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void saysWhichCamundaItNeeds(ElementTemplate template) {
    assertThat(template.json().at("/engines/camunda").asText()).isEqualTo("^8.6");
    assertThat(template.json().path("$schema").asText())
        .contains("@camunda/zeebe-element-templates-json-schema");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void hasASmallIconOfItsOwn(ElementTemplate template) {
    String icon = template.json().at("/icon/contents").asText();

    assertThat(icon).startsWith("data:image/svg+xml");
    assertThat(icon.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(LARGEST_ICON);
    assertThat(templates())
        .filteredOn(other -> other.json().at("/icon/contents").asText().equals(icon))
        .hasSize(1);
  }

  private static Stream<JsonNode> headers(ElementTemplate template) {
    return template.bound("zeebe:taskHeader");
  }

  private static Operation<?> operation(ElementTemplate template) {
    return Objects.requireNonNull(
        Catalogue.OPERATIONS.get(template.jobType()),
        () -> template + " has a job type that no operation serves: " + template.jobType());
  }
}

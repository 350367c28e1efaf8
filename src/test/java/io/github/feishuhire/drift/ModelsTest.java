package io.github.feishuhire.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.feishuhire.worker.catalogue.ErrorCode;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.input.TaskHeaders;
import io.github.feishuhire.worker.job.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

final class ModelsTest {

  static List<Model> models() {
    return Model.all();
  }

  static Stream<Model> modelsWithTemplates() {
    return models().stream().filter(model -> templated(model).findAny().isPresent());
  }

  private static List<Task> drawn() {
    return Catalogue.OPERATIONS.values().stream().map(Operation::task).toList();
  }

  @Test
  void areThoseThatAreShipped() {
    assertThat(models())
        .extracting(Model::file)
        .containsExactly(
            "bpmn/campus-event.bpmn",
            "bpmn/candidate-assistant.bpmn",
            "bpmn/choose-job-post.bpmn",
            "bpmn/hire-candidate.bpmn",
            "bpmn/hire-to-onboarding.bpmn",
            "bpmn/referral-batch.bpmn",
            "bpmn/submit-and-poll.bpmn",
            "bpmn/submit-only.bpmn",
            "bpmn/wait-again.bpmn");
  }

  @Test
  void showEachTemplate() {
    assertThat(
            models().stream()
                .flatMap(ModelsTest::templated)
                .map(task -> operation(task).task().slug()))
        .as("each template stands in a model")
        .containsAll(drawn().stream().map(Task::slug).toList());
  }

  @Test
  void drawEachErrorThatCanBeCaught() {
    assertThat(
            models().stream()
                .flatMap(model -> model.elements(Model.BPMN, "error"))
                .map(error -> error.getAttribute("errorCode")))
        .as("each error code of README's table is drawn in a model")
        .containsAll(
            drawn().stream().flatMap(task -> task.errors().stream()).map(ErrorCode::code).toList());
  }

  @ParameterizedTest
  @MethodSource("models")
  void hasOneExecutableProcessNamedAsItsFile(Model model) {
    assertThat(model.elements(Model.BPMN, "process"))
        .singleElement()
        .satisfies(
            process -> {
              assertThat("bpmn/" + process.getAttribute("id") + ".bpmn").isEqualTo(model.file());
              assertThat(process.getAttribute("isExecutable")).isEqualTo("true");
            });
  }

  @ParameterizedTest
  @MethodSource("models")
  void asksOnlyForJobsTheWorkerServes(Model model) {
    assertThat(model.elements(Model.ZEEBE, "taskDefinition"))
        .as("each job type is one of Operations.all")
        .isNotEmpty()
        .extracting(definition -> definition.getAttribute("type"))
        .isSubsetOf(Catalogue.OPERATIONS.keySet());
  }

  @ParameterizedTest
  @MethodSource("modelsWithTemplates")
  void appliesTemplatesAsTheyAre(Model model) {
    assertThat(templated(model))
        .allSatisfy(
            task -> {
              ElementTemplate template = template(task);

              assertThat(jobType(task))
                  .as("apply the template again in the Modeler: it has another job type")
                  .isEqualTo(template.jobType());
              assertThat(task.getAttributeNS(Model.ZEEBE, "modelerTemplateIcon"))
                  .as("apply the template again in the Modeler: it has another icon")
                  .isEqualTo(template.json().at("/icon/contents").asText());
              assertThat(Model.elements(task, Model.ZEEBE, "header"))
                  .as("apply the template again in the Modeler: it has another id or version")
                  .extracting(
                      header -> header.getAttribute("key"), header -> header.getAttribute("value"))
                  .contains(
                      tuple("elementTemplateId", template.id()),
                      tuple("elementTemplateVersion", String.valueOf(template.version())));
            });
  }

  @ParameterizedTest
  @MethodSource("modelsWithTemplates")
  void setsExactlyTheInputsOfEachOperation(Model model) {
    assertThat(templated(model))
        .allSatisfy(
            task ->
                assertThat(
                        Model.elements(task, Model.ZEEBE, "input")
                            .map(input -> Variables.first(input.getAttribute("target")))
                            .distinct())
                    .as("the inputs of %s: what is not used is set to =null", id(task))
                    .containsExactlyInAnyOrderElementsOf(Catalogue.mapped(operation(task))));
  }

  @ParameterizedTest
  @MethodSource("modelsWithTemplates")
  void takesTheOutputOfEachOperation(Model model) {
    assertThat(templated(model))
        .allSatisfy(
            task ->
                assertThat(Model.elements(task, Model.ZEEBE, "output"))
                    .as("the output of %s", id(task))
                    .extracting(output -> output.getAttribute("source"))
                    .containsExactlyInAnyOrderElementsOf(Catalogue.given(operation(task))));
  }

  @ParameterizedTest
  @MethodSource("modelsWithTemplates")
  void setsOnlyHeadersTheTemplateOffersAndTheWorkerTakes(Model model) {
    assertThat(templated(model))
        .allSatisfy(
            task -> {
              List<String> offered =
                  template(task)
                      .bound("zeebe:taskHeader")
                      .map(property -> property.at("/binding/key").asText())
                      .toList();
              List<Element> headers = Model.elements(task, Model.ZEEBE, "header").toList();

              assertThat(headers)
                  .as("the headers of %s", id(task))
                  .extracting(header -> header.getAttribute("key"))
                  .containsExactlyInAnyOrderElementsOf(offered);
              assertThat(headers)
                  .allSatisfy(
                      header ->
                          assertThatCode(
                                  () ->
                                      TaskHeaders.of(
                                          Map.of(
                                              header.getAttribute("key"),
                                              header.getAttribute("value"))))
                              .doesNotThrowAnyException());
            });
  }

  @ParameterizedTest
  @MethodSource("models")
  void catchesOnlyErrorsTheWorkerThrows(Model model) {
    List<String> codes = Stream.of(ErrorCode.values()).map(ErrorCode::code).toList();

    assertThat(model.elements(Model.BPMN, "error").map(error -> error.getAttribute("errorCode")))
        .as("each errorCode is one of ErrorCode")
        .isSubsetOf(codes);
  }

  @ParameterizedTest
  @MethodSource("models")
  void declaresEachErrorItCatchesAndCatchesEachItDeclares(Model model) {
    Stream<String> caught =
        model
            .elements(Model.BPMN, "errorEventDefinition")
            .map(definition -> definition.getAttribute("errorRef"))
            .filter(reference -> !reference.isEmpty()); // catches whatever is not drawn
    List<String> declared = model.elements(Model.BPMN, "error").map(ModelsTest::id).toList();

    assertThat(caught.distinct()).containsExactlyInAnyOrderElementsOf(declared);
  }

  @ParameterizedTest
  @MethodSource("models")
  void showsFormsThatExist(Model model) {
    assertThat(
            model
                .elements(Model.ZEEBE, "formDefinition")
                .map(form -> Path.of("bpmn", form.getAttribute("formId") + ".form")))
        .as("each formId is the name and the id of a file in bpmn/")
        .allSatisfy(
            form -> {
              assertThat(form).exists();
              assertThat(formId(form) + ".form").isEqualTo(form.getFileName().toString());
            });
  }

  @Test
  void useEachFormThatIsShipped() throws IOException {
    List<String> used =
        models().stream()
            .flatMap(model -> model.elements(Model.ZEEBE, "formDefinition"))
            .map(form -> form.getAttribute("formId") + ".form")
            .toList();

    try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".form"))
          .as("a form nobody shows is removed from bpmn/")
          .isNotEmpty()
          .isSubsetOf(used);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void idsAreWords(Model model) {
    assertThat(model.elements("*", "*").map(ModelsTest::id).filter(id -> !id.isEmpty()))
        .as("ids are words such as submitDelivery: they are read in Operate and in tests")
        .isNotEmpty()
        .noneMatch(id -> id.matches(".*_[0-9][0-9a-z]+.*"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void namesWhatIsAlwaysReadInOperate(Model model) {
    assertThat(
            Stream.of(
                    "startEvent",
                    "endEvent",
                    "serviceTask",
                    "userTask",
                    "boundaryEvent",
                    "exclusiveGateway")
                .flatMap(name -> model.elements(Model.BPMN, name)))
        .allSatisfy(
            element ->
                assertThat(element.getAttribute("name"))
                    .as("name of %s", id(element))
                    .isNotBlank());
  }

  private static Stream<Element> templated(Model model) {
    return model
        .elements(Model.BPMN, "serviceTask")
        .filter(task -> task.hasAttributeNS(Model.ZEEBE, "modelerTemplate"));
  }

  private static ElementTemplate template(Element task) {
    String id = task.getAttributeNS(Model.ZEEBE, "modelerTemplate");
    String version = task.getAttributeNS(Model.ZEEBE, "modelerTemplateVersion");
    return ElementTemplate.all().stream()
        .filter(one -> one.id().equals(id) && String.valueOf(one.version()).equals(version))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "%s uses template %s in version %s, which element-templates/ does not have"
                        .formatted(id(task), id, version)));
  }

  private static Operation<?> operation(Element task) {
    return Objects.requireNonNull(Catalogue.OPERATIONS.get(jobType(task)));
  }

  private static String jobType(Element task) {
    return Model.elements(task, Model.ZEEBE, "taskDefinition")
        .map(definition -> definition.getAttribute("type"))
        .findFirst()
        .orElse("");
  }

  private static String id(Element element) {
    return element.getAttribute("id");
  }

  private static String formId(Path form) throws IOException {
    return new JsonMapper().readTree(form.toFile()).path("id").asText();
  }
}

package io.github.feishuhire.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The Chinese edition of the hiring process is the English one in other words. */
final class ChineseModelTest {

  private static final Path ENGLISH = Path.of("bpmn");
  private static final Path CHINESE = Path.of("bpmn/zh-CN");
  private static final String SUFFIX = "-zh-CN";
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  static List<Path> forms() {
    try (Stream<Path> files = Files.list(CHINESE)) {
      return files.filter(file -> file.toString().endsWith(".form")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void isTheSameGraph() {
    assertThat(skeleton(model(CHINESE))).isEqualTo(skeleton(model(ENGLISH)));
  }

  @Test
  void namesEachElementInChinese() {
    assertThat(model(CHINESE).elements(Model.BPMN, "*"))
        .filteredOn(element -> element.hasAttribute("name"))
        .isNotEmpty()
        .allSatisfy(element -> assertThat(element.getAttribute("name")).containsPattern(HAN));
  }

  @Test
  void canBeDeployedBesideTheEnglishOne() {
    assertThat(model(CHINESE).elements(Model.BPMN, "process"))
        .extracting(process -> process.getAttribute("id"))
        .containsExactly("hire-candidate" + SUFFIX);
    assertThat(model(CHINESE).elements(Model.ZEEBE, "formDefinition"))
        .extracting(form -> form.getAttribute("formId"))
        .containsExactlyInAnyOrderElementsOf(
            forms().stream().map(form -> json(form).path("id").asText()).toList());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void asksForTheSameInEachForm(Path form) {
    JsonNode english = json(ENGLISH.resolve(form.getFileName()));

    ObjectNode expected = (ObjectNode) Wordless.form(english).structure();
    expected.put("id", english.path("id").asText() + SUFFIX);

    assertThat(Wordless.form(json(form)).structure()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void leavesNoWordOfAFormInEnglishByAccident(Path form) {
    assertThat(json(form).path("components").findValuesAsText("label"))
        .allSatisfy(label -> assertThat(label).containsPattern(HAN));
    assertThat(json(form).path("components").findValuesAsText("text"))
        .map(text -> text.replaceAll("\\{\\{.*?}}", ""))
        .filteredOn(text -> LETTER.matcher(text).find())
        .allSatisfy(text -> assertThat(text).containsPattern(HAN));
  }

  private static Model model(Path folder) {
    return Model.read(folder.resolve("hire-candidate.bpmn"));
  }

  /** Every element with all its attributes, without what a person reads. */
  private static List<String> skeleton(Model model) {
    return model.elements("*", "*").map(ChineseModelTest::bones).toList();
  }

  private static String bones(Element element) {
    return element.getNodeName()
        + IntStream.range(0, element.getAttributes().getLength())
            .mapToObj(element.getAttributes()::item)
            .filter(attribute -> isForMachines(element, attribute))
            .map(attribute -> attribute.getNodeName() + "=" + attribute.getNodeValue())
            .map(attribute -> attribute.replace(SUFFIX, ""))
            .toList();
  }

  private static boolean isForMachines(Element element, Node attribute) {
    return !attribute.getNodeName().equals("name") || Model.ZEEBE.equals(element.getNamespaceURI());
  }

  private static JsonNode json(Path file) {
    try {
      return new JsonMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

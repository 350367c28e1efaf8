package io.github.feishuhire.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The Chinese templates are the English ones in other words. */
final class ChineseTemplatesTest {

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern LATIN_WORD = Pattern.compile("[a-z]{3,}");

  static List<ElementTemplate> english() {
    return ElementTemplate.all();
  }

  static List<ElementTemplate> chinese() {
    return ElementTemplate.in("element-templates/zh-CN");
  }

  @Test
  void thereIsOneForEachEnglishOne() {
    assertThat(chinese())
        .extracting(ElementTemplate::file)
        .isEqualTo(english().stream().map(ChineseTemplatesTest::counterpart).toList());
  }

  @ParameterizedTest
  @MethodSource("english")
  void differsInWordsOnly(ElementTemplate template) {
    ElementTemplate other =
        chinese().stream()
            .filter(one -> one.file().equals(counterpart(template)))
            .findFirst()
            .orElseThrow();

    assertThat(Wordless.template(other.json()).structure())
        .as("%s and %s differ in more than words", template, other)
        .isEqualTo(Wordless.template(template.json()).structure());
  }

  @ParameterizedTest
  @MethodSource("chinese")
  void leavesNoWordInEnglishByAccident(ElementTemplate template) {
    assertThat(Wordless.template(template.json()).words())
        .as("words of %s", template)
        .allSatisfy(words -> assertThat(words).containsPattern(HAN));
  }

  @ParameterizedTest
  @MethodSource("english")
  void isFoundInBothLanguages(ElementTemplate template) {
    assertThat(template.json().path("keywords").valueStream().map(JsonNode::asText))
        .as("keywords of %s", template)
        .doesNotHaveDuplicates()
        .anySatisfy(keyword -> assertThat(keyword).containsPattern(HAN))
        .anySatisfy(keyword -> assertThat(keyword).containsPattern(LATIN_WORD));
  }

  @ParameterizedTest
  @CsvSource({
    "element-templates, element-templates/import/feishu-hire.en.json",
    "element-templates/zh-CN, element-templates/import/feishu-hire.zh-CN.json"
  })
  void theFileForImportHasThemAllAsTheyAre(String folder, String combined) throws IOException {
    List<JsonNode> single = ElementTemplate.in(folder).stream().map(ElementTemplate::json).toList();

    assertThat(new JsonMapper().readTree(new File(combined)).valueStream())
        .as("write %s anew: node modeler/combine.js", combined)
        .isEqualTo(single);
  }

  private static String counterpart(ElementTemplate english) {
    return english.file().replace("element-templates/", "element-templates/zh-CN/");
  }
}

package io.github.feishuhire.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Chinese templates are Chinese, and are found in both languages. */
final class ChineseTemplatesTest {

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern LATIN_WORD = Pattern.compile("[a-z]{3,}");

  static List<ElementTemplate> english() {
    return ElementTemplate.all();
  }

  static List<ElementTemplate> chinese() {
    return ElementTemplate.in("element-templates/zh-CN");
  }

  @ParameterizedTest
  @MethodSource("chinese")
  void leavesNoWordInEnglishByAccident(ElementTemplate template) {
    assertThat(TemplateWords.of(template.json()))
        .as("words of %s", template)
        .isNotEmpty()
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
}

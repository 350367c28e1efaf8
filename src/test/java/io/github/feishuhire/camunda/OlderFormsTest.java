package io.github.feishuhire.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.feishuhire.process.ShippedModel;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OlderFormsTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern CONTENT = Pattern.compile("content_base64: \"([^\"]+)\"");

  @ParameterizedTest
  @ValueSource(strings = {"candidate-start.form", "zh-CN/another-resume.form"})
  void haveASampleInTheVariableOfTheFile(String name) throws IOException {
    JsonNode form =
        MAPPER.readTree(OlderForms.withoutFilePickers(ShippedModel.of(name), "No file here."));

    assertThat(form.findValuesAsText("type")).doesNotContain("filepicker");
    assertThat(form.findValuesAsText("text")).anyMatch(text -> text.endsWith("No file here."));
    assertThat(form.findValuesAsText("key")).containsOnlyOnce("resume");
    Matcher content = CONTENT.matcher(form.findValuesAsText("expression").getFirst());
    assertThat(content.find()).isTrue();
    assertThat(Base64.getDecoder().decode(content.group(1))).isNotEmpty();
    assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("8.6.0");
  }

  @Test
  void keepEveryOtherField() throws IOException {
    String shipped = ShippedModel.of("candidate-start.form");
    List<String> keys = MAPPER.readTree(shipped).findValuesAsText("key");

    assertThat(MAPPER.readTree(OlderForms.withoutFilePickers(shipped, "-")).findValuesAsText("key"))
        .containsExactlyElementsOf(keys);
  }

  @Test
  void areThoseThatAreShippedWhereNoFileIsAskedFor() throws IOException {
    String shipped = ShippedModel.of("correct-mobile.form");

    assertThat(OlderForms.withoutFilePickers(shipped, "-")).isSameAs(shipped);
  }
}

package io.github.feishuhire.build.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChineseModelsTest {

  private static final String MODEL =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions id="definitions">
        <!-- <bpmn:task id="old" name="Old" /> -->
        <bpmn:process   id="apply" name="Apply"
            isExecutable="true">
          <bpmn:documentation>For "all".</bpmn:documentation>
          <bpmn:startEvent id="start" name="Start &gt; here"><zeebe:formDefinition formId="ask" /></bpmn:startEvent>
          <bpmn:serviceTask id="submit"><zeebe:property name="example" value="1" /><zeebe:header key="language" value="en" /></bpmn:serviceTask>
          <bpmn:callActivity id="other"><zeebe:calledElement processId="=apply" /></bpmn:callActivity>
        </bpmn:process>
        <bpmn:message id="changed" name="feishu-hire:changed" />
        <bpmndi:BPMNPlane id="plane" bpmnElement="apply" />
      </bpmn:definitions>
      """;
  private static final String FORM =
      """
      {"id": "ask", "components": [
        {"type":  "text", "text": "**{{name}}** · {{email}}", "id": "who"},
        {"label": "Name\\nin full", "key": "name", "description": "Min", "id": "name",
         "values": [{"label": "A", "value": "a"}]}]}
      """;
  private static final String WORDS =
      """
      model.apply.apply.name=投递
      model.apply.apply.documentation=供"所有人"使用
      model.apply.start.name=开始 > 这里
      model.ask.name.label=姓名\\n全名
      model.ask.name.description=例如 "敏"
      model.ask.name.values.0.label=甲
      """;

  @TempDir private Path english;
  @TempDir private Path chinese;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(english.resolve("apply.bpmn"), MODEL);
    Files.writeString(english.resolve("ask.form"), FORM);
    Files.writeString(english.resolve("README.md"), "Models");
  }

  @Test
  void differsInTheNamesOfAModelAndInNothingElse() throws IOException {
    translate(WORDS);

    assertThat(chinese.resolve("apply.bpmn"))
        .content()
        .isEqualTo(
            MODEL
                .replace("\"Apply\"", "\"投递\"")
                .replace("For \"all\".", "供&quot;所有人&quot;使用")
                .replace("\"Start &gt; here\"", "\"开始 &gt; 这里\"")
                .replace("id=\"apply\"", "id=\"apply-zh-CN\"")
                .replace("bpmnElement=\"apply\"", "bpmnElement=\"apply-zh-CN\"")
                .replace("formId=\"ask\"", "formId=\"ask-zh-CN\"")
                .replace("value=\"en\"", "value=\"zh-CN\""));
  }

  @Test
  void differsInTheLabelsOfAFormAndInNothingElse() throws IOException {
    translate(WORDS);

    assertThat(chinese.resolve("ask.form"))
        .content()
        .isEqualTo(
            FORM.replace("\"id\": \"ask\"", "\"id\": \"ask-zh-CN\"")
                .replace("Name\\nin full", "姓名\\n全名")
                .replace("\"Min\"", "\"例如 \\\"敏\\\"\"")
                .replace("\"A\"", "\"甲\""));
  }

  @Test
  void namesTheWordsThatAreMissing() {
    assertThatThrownBy(() -> translate(WORDS.replace("apply.start.name", "apply.start.nam")))
        .isInstanceOf(EditionException.class)
        .hasMessage("words.properties has no words for model.apply.start.name");
    assertThat(chinese).isEmptyDirectory();
  }

  @Test
  void namesTheWordsThatStandNowhere() {
    assertThatThrownBy(() -> translate(WORDS + "model.ask.gone.label=多余\n"))
        .isInstanceOf(EditionException.class)
        .hasMessage("words.properties has words that stand in no model: model.ask.gone.label");
    assertThat(chinese).isEmptyDirectory();
  }

  @Test
  void namesTheFileThatOnlyTheChineseEditionHas() throws IOException {
    Path gone = Files.createFile(chinese.resolve("gone.form"));

    assertThatThrownBy(() -> translate(WORDS))
        .isInstanceOf(EditionException.class)
        .hasMessageContaining(gone.toString());
  }

  @Test
  void leavesNoWordInEnglishByAccident() throws IOException {
    Properties shipped = new Properties();
    try (var words = ChineseModels.words()) {
      shipped.load(words);
    }

    assertThat(shipped.values().stream().map(Object::toString))
        .isNotEmpty()
        .allSatisfy(words -> assertThat(words).containsPattern(Pattern.compile("\\p{IsHan}")));
  }

  private void translate(String words) throws IOException {
    var dictionary = new Dictionary("words.properties", new StringReader(words));
    for (Map.Entry<Path, String> file : ChineseModels.of(english, chinese, dictionary).entrySet()) {
      Files.writeString(file.getKey(), file.getValue());
    }
  }
}

package io.github.feishuhire.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.sandbox.ReservedValue;
import io.github.feishuhire.sandbox.ReservedValues;
import io.github.feishuhire.settings.EventProperties;
import io.github.feishuhire.settings.FeishuProperties;
import io.github.feishuhire.settings.NetworkProperties;
import io.github.feishuhire.settings.RecoveryProperties;
import io.github.feishuhire.settings.ResumeUrlProperties;
import io.github.feishuhire.worker.catalogue.ErrorCode;
import io.github.feishuhire.worker.input.TaskHeaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What README and docs list is what there is, in both languages. */
final class ReadmeTest {

  private static List<String> found(String document, String pattern) throws IOException {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(Files.readString(Path.of(document)))
        .results()
        .map(match -> match.group(1))
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void listsEveryErrorCodeAndNoOther(String readme) throws IOException {
    assertThat(found(readme, "^\\| `(FEISHU_HIRE_[A-Z_]+)`"))
        .as("add a row to the table of errors, or take it out")
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/operators.md", "docs/zh-CN/operators.md"})
  void listsEverySettingAndNoOther(String guide) throws IOException {
    assertThat(found(guide, "`(feishu\\.[a-z-]+(?:\\.[a-z-]+)?)"))
        .as("add a row to the table of settings, or take it out")
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(
                    settings("feishu", FeishuProperties.class),
                    settings("feishu", RecoveryProperties.class),
                    settings("feishu", NetworkProperties.class),
                    settings("feishu", EventProperties.class),
                    settings("feishu.events", EventProperties.Port.class),
                    settings("feishu.resume-urls", ResumeUrlProperties.class))
                .flatMap(all -> all)
                .distinct()
                .toList());
  }

  /** As Spring names the components of a record, and of records within it. */
  private static Stream<String> settings(String prefix, Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(
            part -> {
              String words = part.getName().replaceAll("([A-Z])", "-$1");
              String name = prefix + "." + words.toLowerCase(Locale.ROOT);
              return part.getType().isRecord() ? settings(name, part.getType()) : Stream.of(name);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/designers.md", "docs/zh-CN/designers.md"})
  void listsEveryHeaderAndNoOther(String guide) throws IOException {
    List<String> headers =
        Arrays.stream(TaskHeaders.class.getRecordComponents()).map(part -> part.getName()).toList();

    assertThat(found(guide, "^\\| `([a-z][A-Za-z]+)` \\| `"))
        .as("add a row to the table of task headers, or take it out")
        .containsExactlyInAnyOrderElementsOf(headers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/designers.md", "docs/zh-CN/designers.md"})
  void namesOnlyValuesTheSandboxKnows(String guide) throws IOException {
    assertThat(found(guide, "^\\| `(7[0-9]{18})` \\|"))
        .as("a value the sandbox does not reserve does nothing")
        .isNotEmpty()
        .isSubsetOf(ReservedValues.ALL.stream().map(ReservedValue::value).toList());
  }
}

package io.github.feishuhire.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.sandbox.ReservedValue;
import io.github.feishuhire.sandbox.ReservedValues;
import io.github.feishuhire.worker.input.TaskHeaders;
import io.github.feishuhire.worker.catalogue.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README lists is what there is. */
final class ReadmeTest {

  private static final Path README = Path.of("README.md");

  private static List<String> found(String pattern) throws IOException {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(Files.readString(README))
        .results()
        .map(match -> match.group(1))
        .distinct()
        .toList();
  }

  @Test
  void listsEveryErrorCodeAndNoOther() throws IOException {
    assertThat(found("^\\| `(FEISHU_HIRE_[A-Z_]+)`"))
        .as("add a row to the table of errors, or take it out")
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList());
  }

  @Test
  void listsEveryHeaderAndNoOther() throws IOException {
    List<String> headers =
        Arrays.stream(TaskHeaders.class.getRecordComponents()).map(part -> part.getName()).toList();

    assertThat(found("^\\| `([a-z][A-Za-z]+)` \\| `"))
        .as("add a row to the table of task headers, or take it out")
        .containsExactlyInAnyOrderElementsOf(headers);
  }

  @Test
  void namesOnlyValuesTheSandboxKnows() throws IOException {
    assertThat(found("^\\| `(7[0-9]{18})` \\|"))
        .as("a value the sandbox does not reserve does nothing")
        .isNotEmpty()
        .isSubsetOf(ReservedValues.ALL.stream().map(ReservedValue::value).toList());
  }
}

package io.github.feishuhire.worker.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.github.feishuhire.api.FeishuFailure.Obstacle;
import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.Refusal;
import io.github.feishuhire.download.Downloads;
import io.github.feishuhire.worker.Operations;
import io.github.feishuhire.worker.attachment.DocumentStore;
import io.github.feishuhire.worker.attachment.WebFiles;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import io.github.feishuhire.worker.job.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TextsTest {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("io.github.feishuhire.worker.outcome.texts", Locale.ENGLISH);
  private static final Path PACKAGE = Path.of("src/main/java/io/github/feishuhire/worker/outcome");
  private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z.]+)\"");
  private static final Pattern PLACEHOLDER = Pattern.compile("%(.{0,3})");

  static Stream<String> keysOfValues() {
    return Stream.of(
            keys("refused.", Refusal.values()),
            keys("input.", Problem.values()),
            keys("unanswered.", Reason.values()),
            operations().map(one -> "operation." + one.name().replace(" ", "")),
            operations()
                .filter(one -> !one.endpoint().repeatable())
                .map(one -> "accepted." + one.output()),
            keys("engine.", EngineRefusal.Cause.values()),
            keys("engine.", Standing.values()),
            // a worker that stops says givenBack
            keys("notSent.", Obstacle.values()).filter(key -> !key.endsWith("INTERRUPTED")),
            keys(
                "ended.",
                ErrorCode.DUPLICATE_APPLICATION,
                ErrorCode.DELIVERY_FAILED,
                ErrorCode.RESULT_TIMEOUT))
        .flatMap(keys -> keys);
  }

  static Stream<String> allKeys() {
    return BUNDLE.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("keysOfValues")
  void hasATextForEachThingThatCanGoWrong(String key) {
    assertThat(new Texts(Locale.ENGLISH).has(key))
        .as("a line %s=... is missing in texts.properties", key)
        .isTrue();
  }

  @Test
  void hasNoTextThatNobodyAsksFor() throws IOException {
    String source =
        Files.readString(PACKAGE.resolve("Reactions.java"))
            + Files.readString(PACKAGE.resolve("Texts.java"));
    List<String> literals = LITERAL.matcher(source).results().map(found -> found.group(1)).toList();
    List<String> asked = Stream.concat(keysOfValues(), literals.stream()).toList();

    assertThat(allKeys())
        .as("remove from texts.properties what Reactions no longer says")
        .isSubsetOf(asked);
  }

  @ParameterizedTest
  @MethodSource("allKeys")
  void isOneLineWithoutLooseEnds(String key) {
    assertThat(BUNDLE.getString(key)).isNotBlank().hasLineCount(1).isEqualTo(stripped(key));
  }

  @ParameterizedTest
  @MethodSource("allKeys")
  void numbersItsPlaceholders(String key) {
    assertThat(PLACEHOLDER.matcher(BUNDLE.getString(key)).results().map(MatchResult::group))
        .as("placeholders are %%1$s, %%2$s and %%1$d; a percent sign is written %%%%")
        .allMatch(found -> found.matches("%([12]\\$[sd]|%.*)"));
  }

  @ParameterizedTest
  @MethodSource("allKeys")
  void namesTheInputInEachTextAboutOne(String key) {
    boolean aboutAnInput = key.startsWith("input.");

    if (!key.startsWith("frame.")) {
      assertThat(BUNDLE.getString(key).startsWith("%1$s ")).isEqualTo(aboutAnInput);
    }
  }

  @ParameterizedTest
  @MethodSource("allKeys")
  void namesTheConnectionInEachTextAboutTheSetUp(String key) {
    boolean aboutTheSetUp = key.startsWith("setUp.") || key.equals("connection");

    assertThat(BUNDLE.getString(key).contains("\"%1$s\"")).isEqualTo(aboutTheSetUp);
  }

  private static String stripped(String key) {
    return BUNDLE.getString(key).strip();
  }

  private static Stream<Operation<?>> operations() {
    return Operations.all(
        new DocumentStore(CamundaClient.newClient(), Downloads.trusted(null), true),
        new WebFiles(Downloads.untrusted(List.of())))
        .stream();
  }

  private static Stream<String> keys(String prefix, Enum<?>... values) {
    return Stream.of(values).map(value -> prefix + value.name());
  }
}

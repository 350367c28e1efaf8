package io.github.feishuhire.words;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.FeishuFailure.Obstacle;
import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.Refusal;
import io.github.feishuhire.worker.Operations;
import io.github.feishuhire.worker.catalogue.ErrorCode;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import io.github.feishuhire.worker.outcome.EngineRefusal;
import io.github.feishuhire.worker.outcome.Sighting;
import io.github.feishuhire.worker.outcome.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WordsTest {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("io.github.feishuhire.words.words", Locale.ENGLISH);
  private static final Path PACKAGE = Path.of("src/main/java/io/github/feishuhire/worker/outcome");
  private static final Path COMMANDS = Path.of("src/main/java/io/github/feishuhire/command");
  private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z.]+)\"");
  private static final Pattern OF_COMMANDS =
      Pattern.compile("\"((?:doctor|command|templates)\\.[A-Za-z.]+)\"");
  private static final Pattern FAULT = Pattern.compile("\\.fault\\(\\s*" + OF_COMMANDS);
  private static final Pattern PLACEHOLDER = Pattern.compile("%(.{0,3})");

  private static final Pattern WRITTEN =
      Pattern.compile("(panel|task|event|form|template|tenant|table|error)\\.");

  /** Of a tenant's own templates, which no build writes. */
  private static final List<String> TENANT =
      List.of(
          "name",
          "website",
          "websiteOther",
          "jobPost",
          "jobPostOther",
          "channel",
          "channelOther",
          "city",
          "cityOther",
          "tooltip",
          "otherTooltip");

  /** Of any sentence, and what is said of a machine. */
  private static final Pattern FRAME = Pattern.compile("(frame|doctor|command|templates)\\.");

  static Stream<String> keysOfValues() {
    return Stream.of(
            keys("refused.", Refusal.values()),
            keys("input.", Problem.values()),
            keys("lookUp.", Sighting.Obstacle.values()),
            keys("unanswered.", Reason.values()),
            Operations.TASKS.stream()
                .filter(task -> !task.isRepeatable())
                .flatMap(
                    task ->
                        Stream.of("accepted.", "sought.", "twice.")
                            .map(key -> key + task.output().name())),
            Operations.TASKS.stream()
                .filter(task -> !task.isRepeatable() && task.output().foundAs() != null)
                .map(task -> "found." + task.output().name()),
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

  /** What it finds, and for each fault what to do about it. */
  static Set<String> keysOfCommands() throws IOException {
    Set<String> keys = new HashSet<>();
    try (Stream<Path> files = Files.walk(COMMANDS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String source = Files.readString(file);
        OF_COMMANDS.matcher(source).results().forEach(found -> keys.add(found.group(1)));
        FAULT.matcher(source).results().forEach(found -> keys.add(found.group(1) + ".advice"));
      }
    }
    return keys;
  }

  static Stream<String> allKeys() {
    return BUNDLE.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource({"keysOfValues", "keysOfCommands"})
  void hasATextForEachThingThatCanGoWrong(String key) {
    assertThat(new Words(Language.EN).has(key))
        .as("a line %s=... is missing in words.properties", key)
        .isTrue();
  }

  /** What templates and tables say is checked where they are written. */
  @Test
  void hasNoTextThatNobodyAsksFor() throws IOException {
    Set<String> asked = keysOfValues().collect(toCollection(HashSet::new));
    try (Stream<Path> files = Files.list(PACKAGE)) {
      for (Path file : files.toList()) {
        LITERAL
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> asked.add(found.group(1)));
      }
    }
    asked.addAll(List.of("frame.list", "frame.sentence"));
    asked.addAll(keysOfCommands());

    assertThat(allKeys().filter(key -> !WRITTEN.matcher(key).lookingAt()))
        .as("remove from words.properties what Reactions or the commands no longer say")
        .isSubsetOf(asked);
  }

  @Test
  void hasTheWordsOfATenantsTemplatesAndNoOthers() {
    assertThat(allKeys().filter(key -> key.startsWith("tenant.")))
        .containsExactlyInAnyOrderElementsOf(TENANT.stream().map("tenant."::concat).toList());
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
        .allMatch(found -> found.matches("%([1-5]\\$[sd]|%.*)"));
  }

  @ParameterizedTest
  @MethodSource("allKeys")
  void namesTheInputInEachTextAboutOne(String key) {
    boolean aboutAnInput = key.startsWith("input.");

    if (!FRAME.matcher(key).lookingAt() && !WRITTEN.matcher(key).lookingAt()) {
      assertThat(BUNDLE.getString(key).startsWith("%1$s ")).isEqualTo(aboutAnInput);
    }
  }

  @ParameterizedTest
  @MethodSource("allKeys")
  void namesTheConnectionInEachTextAboutTheSetUp(String key) {
    boolean aboutTheSetUp = key.startsWith("setUp.") || key.startsWith("connection");

    if (!WRITTEN.matcher(key).lookingAt()) {
      assertThat(BUNDLE.getString(key).contains("\"%1$s\"")).isEqualTo(aboutTheSetUp);
    }
  }

  private static String stripped(String key) {
    return BUNDLE.getString(key).strip();
  }

  private static Stream<String> keys(String prefix, Enum<?>... values) {
    return Stream.of(values).map(value -> prefix + value.name());
  }
}

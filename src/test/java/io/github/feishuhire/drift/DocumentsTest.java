package io.github.feishuhire.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read leads to what is there, and what it tells them to type is run by CI. */
final class DocumentsTest {

  private static final Pattern LINK =
      Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)]+))?\\)");
  private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```$");
  private static final Pattern COMMAND =
      Pattern.compile("(\\./mvnw|\\.ci/|java |node |docker |packaging/|[A-Z_]+=\\S+ ).*");
  private static final Pattern WALK = Pattern.compile("(?ms)^### (From .*?)$(.*?)(?=^#|\\z)");
  private static final Pattern STOP = Pattern.compile("(?m)^[0-9]+\\. \\[");

  static List<Path> documents() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String folder : List.of(".", "docs", "docs/zh-CN")) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(all::add);
      }
    }
    return all;
  }

  private static List<MatchResult> in(Path document, Pattern pattern) throws IOException {
    return pattern.matcher(Files.readString(document)).results().toList();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsSomewhere(Path document) throws IOException {
    for (MatchResult link : in(document, LINK)) {
      Path target =
          link.group(1).isEmpty()
              ? document
              : document.toAbsolutePath().resolveSibling(link.group(1)).normalize();
      assertThat(target).as(link.group()).exists();
      if (link.group(2) != null) {
        assertThat(anchors(target)).as(link.group()).contains(link.group(2));
      }
    }
  }

  /** As GitHub makes them of headings. */
  private static Set<String> anchors(Path document) throws IOException {
    return in(document, HEADING).stream()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyCommandInABlockIsRunByCi(Path document) throws IOException {
    List<Set<String>> run =
        Files.readAllLines(Path.of(".ci/run")).stream().map(DocumentsTest::words).toList();

    assertThat(
            in(document, BLOCK).stream()
                .flatMap(block -> block.group(1).lines())
                .filter(line -> COMMAND.matcher(line).matches()))
        .as("have .ci/run run it, or tell it outside of a block")
        .allMatch(command -> run.stream().anyMatch(line -> line.containsAll(words(command))));
  }

  /** Each profile of {@code -Pone,two} is a word. */
  private static Set<String> words(String command) {
    return Stream.of(command.strip().split("\\s+"))
        .flatMap(
            word ->
                word.startsWith("-P")
                    ? Stream.of(word.substring(2).split(",")).map(profile -> "-P" + profile)
                    : Stream.of(word))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void theReadmeIsReadInFiveMinutes(String readme) throws IOException {
    assertThat(Files.readAllLines(Path.of(readme))).hasSizeLessThan(200);
  }

  @Test
  void aWalkThroughTheCodeTakesAtMostEightFiles() throws IOException {
    assertThat(in(Path.of("docs/architecture.md"), WALK))
        .hasSize(2)
        .allSatisfy(
            walk ->
                assertThat(STOP.matcher(walk.group(2)).results())
                    .as(walk.group(1))
                    .hasSizeBetween(1, 8));
  }
}

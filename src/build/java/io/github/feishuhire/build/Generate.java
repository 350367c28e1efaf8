package io.github.feishuhire.build;

import io.github.feishuhire.build.model.ChineseModels;
import io.github.feishuhire.build.model.EditionException;
import io.github.feishuhire.template.ElementTemplate;
import io.github.feishuhire.template.Layout;
import io.github.feishuhire.template.TaskTemplate;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.Operations;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the element templates, the Chinese models and forms, and the tables of the documentation.
 * With {@code --check} it writes nothing, and fails where something is not as it would write it.
 */
public final class Generate {

  private final Path root;
  private final Generated files;

  private Generate(Path root, boolean onlyChecks) {
    this.root = root;
    this.files = new Generated(onlyChecks);
  }

  /**
   * Ends with 1 where a word is missing or superfluous, or something is stale that is only checked.
   *
   * @param arguments the project's folder, and {@code --check} or nothing
   */
  public static void main(String[] arguments) throws IOException {
    boolean onlyChecks = List.of(arguments).contains("--check");
    var generate = new Generate(Path.of(arguments[0]), onlyChecks);
    for (Language language : Language.values()) {
      generate.in(language);
    }
    generate.models();
    generate.files.stale().forEach(file -> System.out.println("Written anew: " + file));
    if (onlyChecks && !generate.files.stale().isEmpty()) {
      fail(
          "These files are not what the catalogue says: run ./mvnw test-compile, and commit them.");
    }
  }

  private void in(Language language) throws IOException {
    var asked = new AskedFor(Words.in(language));
    Words words = new Words(language, asked);
    templates(words);
    new Tables(Operations.TASKS, words).write(root, files);
    Set<String> superfluous = asked.superfluous();
    if (!superfluous.isEmpty()) {
      fail("Nobody says these words in " + language + ": " + String.join(", ", superfluous));
    }
  }

  private void models() throws IOException {
    Path english = root.resolve("bpmn");
    try {
      for (Map.Entry<Path, String> file :
          ChineseModels.of(english, english.resolve("zh-CN")).entrySet()) {
        files.put(file.getKey(), file.getValue());
      }
    } catch (EditionException e) {
      fail(e.getMessage());
    }
  }

  private void templates(Words words) throws IOException {
    List<ElementTemplate> all =
        Operations.TASKS.stream()
            .map(task -> TaskTemplate.of(task, 1, words))
            .sorted(Comparator.comparing(ElementTemplate::id)) // as a folder lists them
            .toList();
    Path folder = root.resolve("element-templates");
    for (ElementTemplate template : all) {
      String name = template.id().substring(template.id().lastIndexOf('.') + 1) + ".json";
      files.put(folder.resolve(words.language().toString()).resolve(name), Layout.text(template));
    }
    files.put(
        folder.resolve("import").resolve("feishu-hire." + words.language() + ".json"),
        Layout.text(all));
  }

  private static void fail(@Nullable String line) {
    new PrintStream(System.err, true, StandardCharsets.UTF_8).println(line);
    System.exit(1);
  }
}

package io.github.feishuhire.build;

import io.github.feishuhire.build.model.ChineseModels;
import io.github.feishuhire.build.model.EditionException;
import io.github.feishuhire.template.ElementTemplate;
import io.github.feishuhire.template.EventTemplate;
import io.github.feishuhire.template.Layout;
import io.github.feishuhire.template.TaskTemplate;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.Operations;
import io.github.feishuhire.worker.catalogue.Task;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the element templates, the Chinese models and forms, and the tables of the documentation.
 * With {@code --check} it writes nothing, and fails where something is not as it would write it;
 * with {@code --release} it also writes what the next release is held against.
 */
public final class Generate {

  private static final String LOCK = "lock.json";

  /** What follows it in an id is the place of the file. */
  private static final String PREFIX = "io.github.feishuhire.";

  private final Path root;
  private final Generated files;
  private final Map<Language, AskedFor> asked = new EnumMap<>(Language.class);

  private Generate(Path root, boolean onlyChecks) {
    this.root = root;
    this.files = new Generated(onlyChecks);
    for (Language language : Language.values()) {
      asked.put(language, new AskedFor(Words.in(language)));
    }
  }

  /**
   * Ends with 1 where a word is missing or superfluous, a released template has lost something, or
   * something is stale that is only checked.
   *
   * @param arguments the project's folder, and {@code --check}, {@code --release} or neither
   */
  public static void main(String[] arguments) throws IOException {
    boolean onlyChecks = List.of(arguments).contains("--check");
    var generate = new Generate(Path.of(arguments[0]), onlyChecks);
    try {
      generate.templates(List.of(arguments).contains("--release"));
      generate.tables();
      generate.models();
    } catch (EditionException | IllegalStateException e) {
      fail(String.valueOf(e.getMessage()));
    }
    generate.words();
    generate.files.stale().forEach(file -> System.out.println("Written anew: " + file));
    if (onlyChecks && !generate.files.stale().isEmpty()) {
      fail("These files are not what the catalogue says: run ./mvnw test, and commit them.");
    }
  }

  private void templates(boolean isRelease) throws IOException {
    Path folder = root.resolve("element-templates");
    ReleasedTemplates released = ReleasedTemplates.in(folder.resolve(LOCK));
    List<List<ElementTemplate>> all = new ArrayList<>();
    for (Task task : Operations.TASKS) {
      int last = released.last(TaskTemplate.id(task));
      all.add(editions(task, released.version(editions(task, last))));
    }
    for (EventTemplate event : EventTemplate.all()) {
      int last = released.last(event.id());
      all.add(editions(event, released.version(editions(event, last))));
    }
    all.sort(Comparator.comparing(editions -> editions.getFirst().id())); // as a folder lists them
    List<Language> languages = List.copyOf(asked.keySet()); // in the order of the editions
    for (int i = 0; i < languages.size(); i++) {
      int edition = i;
      write(folder, languages.get(i), all.stream().map(one -> one.get(edition)).toList());
    }
    if (isRelease) {
      files.put(folder.resolve(LOCK), ReleasedTemplates.lock(all));
    }
  }

  private List<ElementTemplate> editions(Task task, int version) {
    return asked.entrySet().stream()
        .map(one -> TaskTemplate.of(task, version, new Words(one.getKey(), one.getValue())))
        .toList();
  }

  private List<ElementTemplate> editions(EventTemplate event, int version) {
    return asked.entrySet().stream()
        .map(one -> event.of(version, new Words(one.getKey(), one.getValue())))
        .toList();
  }

  private void write(Path folder, Language language, List<ElementTemplate> templates)
      throws IOException {
    for (ElementTemplate template : templates) {
      String name = template.id().substring(PREFIX.length()).replace('.', '/') + ".json";
      files.put(folder.resolve(language.toString()).resolve(name), Layout.text(template));
    }
    files.put(
        folder.resolve("import").resolve("feishu-hire." + language + ".json"),
        Layout.text(templates));
  }

  private void tables() throws IOException {
    for (Map.Entry<Language, AskedFor> one : asked.entrySet()) {
      new Tables(Operations.TASKS, new Words(one.getKey(), one.getValue())).write(root, files);
    }
  }

  private void models() throws IOException {
    Path english = root.resolve("bpmn");
    for (Map.Entry<Path, String> file :
        ChineseModels.of(english, english.resolve("zh-CN")).entrySet()) {
      files.put(file.getKey(), file.getValue());
    }
  }

  private void words() {
    asked.forEach(
        (language, words) -> {
          Set<String> superfluous = words.superfluous();
          if (!superfluous.isEmpty()) {
            fail("Nobody says these words in " + language + ": " + String.join(", ", superfluous));
          }
        });
  }

  private static void fail(String line) {
    new PrintStream(System.err, true, StandardCharsets.UTF_8).println(line);
    System.exit(1);
  }
}

package io.github.feishuhire.build.model;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes the Chinese edition of the models and forms: byte for byte the English files, but for the
 * words people read, and for the IDs, so that one engine can have both editions.
 */
public final class ChineseModels {

  private static final String WORDS = "models_zh_CN.properties";
  private static final String SUFFIX = "-zh-CN";
  private static final Map<String, Format> FORMATS =
      Map.of("bpmn", new BpmnFormat(), "form", new FormFormat());

  private ChineseModels() {}

  static Reader words() {
    return new InputStreamReader(
        Objects.requireNonNull(ChineseModels.class.getResourceAsStream(WORDS), WORDS),
        StandardCharsets.UTF_8);
  }

  /**
   * The Chinese files by their paths, all of them or none.
   *
   * @param english folder of the English files
   * @param chinese folder of the others
   * @throws EditionException when a word is missing or superfluous, or a file is
   */
  public static SortedMap<Path, String> of(Path english, Path chinese) throws IOException {
    try (Reader words = words()) {
      return of(english, chinese, new Dictionary(WORDS, words));
    }
  }

  static SortedMap<Path, String> of(Path english, Path chinese, Dictionary dictionary)
      throws IOException {
    SortedMap<Path, String> edition = new TreeMap<>();
    for (Path file : files(english)) {
      edition.put(chinese.resolve(file.getFileName()), translated(file, dictionary));
    }
    dictionary.check();
    for (Path file : Files.isDirectory(chinese) ? files(chinese) : List.<Path>of()) {
      if (!edition.containsKey(file)) {
        throw new EditionException("Remove " + file + ": there is no English file of this name.");
      }
    }
    return edition;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> FORMATS.containsKey(extension(file))).sorted().toList();
    }
  }

  private static String translated(Path file, Dictionary dictionary) throws IOException {
    Format format = Objects.requireNonNull(FORMATS.get(extension(file)));
    String text = Files.readString(file);
    StringBuilder translated = new StringBuilder();
    int done = 0;
    for (Part part : format.parts(text)) {
      translated.append(text, done, part.start());
      translated.append(
          switch (part) {
            case Part.Id id -> text.substring(id.start(), id.end()) + SUFFIX;
            case Part.Language language -> "zh-CN";
            case Part.Words words ->
                format.escaped(dictionary.words("model." + stem(file) + "." + words.key()));
          });
      done = part.end();
    }
    return translated.append(text, done, text.length()).toString();
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }
}

package io.github.feishuhire.build.model;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
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

  /** Arguments: the folder of the English files, then that of the Chinese ones. */
  public static void main(String[] args) throws IOException {
    try {
      if (args.length != 2) {
        throw new EditionException("Name the folder of the English files and that of the Chinese.");
      }
      try (Reader words = words()) {
        write(Path.of(args[0]), Path.of(args[1]), new Dictionary(WORDS, words));
      }
    } catch (EditionException e) {
      new PrintStream(System.err, true, StandardCharsets.UTF_8).println(e.getMessage());
      System.exit(1);
    }
  }

  static Reader words() {
    return new InputStreamReader(
        Objects.requireNonNull(ChineseModels.class.getResourceAsStream(WORDS), WORDS),
        StandardCharsets.UTF_8);
  }

  /** Writes all files, or none when something is wrong. */
  static void write(Path english, Path chinese, Dictionary dictionary) throws IOException {
    SortedMap<Path, String> edition = new TreeMap<>();
    for (Path file : files(english)) {
      edition.put(chinese.resolve(file.getFileName()), translated(file, dictionary));
    }
    dictionary.check();
    Files.createDirectories(chinese);
    for (Path file : files(chinese)) {
      if (!edition.containsKey(file)) {
        throw new EditionException("Remove " + file + ": there is no English file of this name.");
      }
    }
    for (Map.Entry<Path, String> file : edition.entrySet()) {
      Files.writeString(file.getKey(), file.getValue());
    }
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

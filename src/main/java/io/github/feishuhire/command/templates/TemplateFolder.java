package io.github.feishuhire.command.templates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.feishuhire.template.ElementTemplate;
import io.github.feishuhire.template.Layout;
import io.github.feishuhire.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The folder the templates are written to, and which versions are in it already. */
final class TemplateFolder {

  private static final JsonMapper JSON = new JsonMapper();

  /** What is there already is something else; nothing is written over it. */
  static final class OccupiedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    OccupiedException(String message, @Nullable Exception cause) {
      super(message, cause);
    }
  }

  private final Path folder;
  private final Words words;

  TemplateFolder(Path folder, Words words) {
    this.folder = folder;
    this.words = words;
  }

  /**
   * Writes a template: its version is one more than that of the file it replaces, or the same when
   * nothing else has changed.
   *
   * @param template in a version
   * @return what became of the file, in a line
   */
  String write(String name, IntFunction<ElementTemplate> template) throws IOException {
    Path file = folder.resolve(name);
    int version = 0;
    if (Files.exists(file)) {
      JsonNode before = read(file, "templates.occupied.template");
      if (!before.path("version").isInt()) {
        throw occupied(file, "templates.occupied.template", null);
      }
      version = before.path("version").intValue();
      if (before.equals(JSON.readTree(Layout.narrow(template.apply(version))))) {
        return words.say("templates.unchanged", file, version);
      }
    }
    version++;
    write(file, Layout.narrow(template.apply(version)));
    return words.say("templates.written", file, version);
  }

  /**
   * Writes a form, which has no version of its own.
   *
   * @return what became of the file, in a line
   */
  String write(String name, JsonNode form) throws IOException {
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      JsonNode before = read(file, "templates.occupied.form");
      if (!before.path("id").equals(form.path("id"))) {
        throw occupied(file, "templates.occupied.form", null);
      }
      if (before.equals(form)) {
        return words.say("templates.formUnchanged", file);
      }
    }
    write(file, Layout.text(form));
    return file.toString();
  }

  private void write(Path file, String text) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private JsonNode read(Path file, String occupied) throws IOException {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw occupied(file, occupied, e);
    }
  }

  private OccupiedException occupied(Path file, String what, @Nullable Exception cause) {
    return new OccupiedException(words.say(what, file), cause);
  }
}

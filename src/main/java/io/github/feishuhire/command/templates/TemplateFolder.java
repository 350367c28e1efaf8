package io.github.feishuhire.command.templates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The folder the templates are written to, and which versions are in it already. */
final class TemplateFolder {

  private static final JsonMapper JSON = new JsonMapper();

  private static final DefaultPrettyPrinter LAYOUT =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                  .withArrayEmptySeparator("")
                  .withObjectEmptySeparator(""))
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n"));

  /** What became of a file. */
  record Written(Path file, int version, boolean changed) {}

  /** What is there already is no template; nothing is written over it. */
  static final class OccupiedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    OccupiedException(Path file, @Nullable Exception cause) {
      super(
          file
              + " is there already and is no element template. Move it away, or choose another"
              + " folder.",
          cause);
    }
  }

  private final Path folder;

  TemplateFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes a template: its version is one more than that of the file it replaces, or the same when
   * nothing else has changed.
   *
   * @param template in any version
   */
  Written write(String name, ObjectNode template) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name);
    int version = 1;
    if (Files.exists(file)) {
      ObjectNode before = read(file);
      version = before.path("version").intValue();
      if (before.equals(TenantTemplate.inVersion(template, version))) {
        return new Written(file, version, false);
      }
      version++;
    }
    ObjectNode versioned = TenantTemplate.inVersion(template, version);
    Files.writeString(
        file, JSON.writer(LAYOUT).writeValueAsString(versioned) + "\n", StandardCharsets.UTF_8);
    return new Written(file, version, true);
  }

  private static ObjectNode read(Path file) throws IOException {
    try {
      JsonNode there = JSON.readTree(Files.readString(file));
      if (there instanceof ObjectNode template && template.path("version").isInt()) {
        return template;
      }
    } catch (JsonProcessingException e) {
      throw new OccupiedException(file, e);
    }
    throw new OccupiedException(file, null);
  }
}

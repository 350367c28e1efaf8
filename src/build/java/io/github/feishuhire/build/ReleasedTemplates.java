package io.github.feishuhire.build;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.feishuhire.template.ElementTemplate;
import io.github.feishuhire.template.Layout;
import io.github.feishuhire.template.Property;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the last release has of each template, as its lock file says: a template that differs has
 * the next version, and binds everything that the released one does, or tasks made with it would
 * lose what was entered. Before the first release there is no such file.
 */
final class ReleasedTemplates {

  /**
   * One template, in all its languages.
   *
   * @param hash of the files, SHA-256 in hexadecimal
   * @param bindings what it writes to a task, such as {@code input website_id}
   */
  record Released(int version, String hash, SortedSet<String> bindings) {}

  private static final JsonMapper JSON = new JsonMapper();
  private static final int FIRST = 1;

  private final SortedMap<String, Released> byId;

  private ReleasedTemplates(SortedMap<String, Released> byId) {
    this.byId = byId;
  }

  /**
   * Reads the lock file.
   *
   * @param file need not be there
   */
  static ReleasedTemplates in(Path file) throws IOException {
    return new ReleasedTemplates(
        Files.exists(file)
            ? JSON.readValue(Files.readString(file), new TypeReference<>() {})
            : new TreeMap<>());
  }

  /** The lock file of a release with these templates, each in all its languages. */
  static String lock(List<List<ElementTemplate>> templates) {
    SortedMap<String, Released> byId = new TreeMap<>();
    for (List<ElementTemplate> editions : templates) {
      ElementTemplate one = editions.getFirst();
      byId.put(one.id(), new Released(one.version(), hash(editions), bindings(one)));
    }
    return Layout.text(byId);
  }

  /**
   * The version that a template has to have.
   *
   * @param editions it in all its languages, in the version that was released, or the first
   * @throws IllegalStateException for one that binds less than the released one
   */
  int version(List<ElementTemplate> editions) {
    ElementTemplate one = editions.getFirst();
    Released released = byId.get(one.id());
    if (released == null) {
      return FIRST;
    }
    SortedSet<String> gone = new TreeSet<>(released.bindings());
    gone.removeAll(bindings(one));
    if (!gone.isEmpty()) {
      throw new IllegalStateException(
          one.id() + " was released with what it no longer has: " + String.join(", ", gone));
    }
    return hash(editions).equals(released.hash()) ? released.version() : released.version() + 1;
  }

  /** The version of the last release; the first where there is none. */
  int last(String id) {
    Released released = byId.get(id);
    return released == null ? FIRST : released.version();
  }

  private static String hash(List<ElementTemplate> editions) {
    String texts = editions.stream().map(Layout::text).collect(Collectors.joining());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(texts.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JVM has it
    }
  }

  private static SortedSet<String> bindings(ElementTemplate template) {
    return template.properties().stream()
        .map(Property::binding)
        .map(
            binding ->
                binding.type().replace("zeebe:", "")
                    + " "
                    + Stream.of(binding.property(), binding.key(), binding.name(), binding.source())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

package io.github.feishuhire.command.templates;

import io.github.feishuhire.words.Language;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something to choose: what the API wants, and what a person calls it. */
record Option(String id, String name) {

  /** What the worker takes for an id; nothing else becomes a choice. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private static final Comparator<Option> ORDER =
      Comparator.comparing(Option::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Option::name)
          .thenComparing(Option::id);

  /**
   * On one line.
   *
   * @param names the first that is there is taken; the id where none is
   */
  static Option of(String id, @Nullable String... names) {
    String name =
        Stream.of(names)
            .map(one -> one == null ? "" : one.replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
            .filter(one -> !one.isEmpty())
            .findFirst()
            .orElse(id);
    return new Option(id, name);
  }

  /** Called by its own name in a language, and by the other one where there is none. */
  static Option of(Language language, String id, @Nullable String zhName, @Nullable String enName) {
    return switch (language) {
      case EN -> of(id, enName, zhName);
      case ZH_CN -> of(id, zhName, enName);
    };
  }

  /** In an order that depends on nothing else, each once, with its id where names are the same. */
  static List<Option> arranged(List<Option> options) {
    List<Option> usable =
        options.stream().filter(one -> ID.matcher(one.id).matches()).distinct().toList();
    Map<String, Integer> uses = new HashMap<>();
    usable.forEach(one -> uses.merge(one.name, 1, Integer::sum));
    return usable.stream()
        .sorted(ORDER)
        .map(
            one ->
                uses.getOrDefault(one.name, 0) > 1
                    ? new Option(one.id, one.name + " (" + one.id + ")")
                    : one)
        .toList();
  }
}

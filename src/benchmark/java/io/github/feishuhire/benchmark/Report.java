package io.github.feishuhire.benchmark;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was measured, and which targets are met. */
final class Report {

  private final List<String> lines = new ArrayList<>();
  private final List<List<String>> targets = new ArrayList<>();

  void table(String title, List<String> head, List<List<String>> rows) {
    lines.add("");
    lines.add(title);
    lines.add("");
    lines.add(line(head));
    lines.add(line(Collections.nCopies(head.size(), "---")));
    rows.forEach(row -> lines.add(line(row)));
  }

  void target(String target, double seen, boolean met) {
    targets.add(List.of(target, String.format(ROOT, "%.2f", seen), met ? "met" : "NOT MET"));
  }

  /** Prints it, and leaves it where it can be taken from. */
  void publish(Path file) {
    table("Targets", List.of("target", "seen", ""), targets);
    System.out.println(String.join("\n", lines) + "\n");
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}

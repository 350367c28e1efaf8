package io.github.feishuhire.faults;

import io.github.feishuhire.faults.oracle.RowResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The campaign's result, for people. */
final class Table {

  private static final String LINE =
      "| %-62s | %5s | %11s | %4s | %17s | %20s | %15s | %15s | %12s | %21s | %16s | %24s |";

  private Table() {}

  /** Prints it, and leaves it where it can be taken from. */
  static void publish(Collection<RowResult> rows, Path file) {
    List<String> lines = new ArrayList<>();
    lines.add(
        LINE.formatted(
            "fault",
            "runs",
            "submissions",
            "lost",
            "silent duplicates",
            "avoidable duplicates",
            "doubts injected",
            "doubts reported",
            "doubts found",
            "tries lost by waiting",
            "handed out again",
            "seconds to 90 % of quota"));
    lines.add("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    rows.stream()
        .sorted(Comparator.comparingInt(Table::number).thenComparing(RowResult::row))
        .map(Table::line)
        .forEach(lines::add);
    System.out.println("\n" + String.join("\n", lines) + "\n");
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows without a number come last. */
  private static int number(RowResult row) {
    String digits = row.row().replaceFirst("[^0-9].*", "");
    return digits.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  private static String line(RowResult row) {
    return LINE.formatted(
        row.row(),
        row.runs(),
        row.submissions(),
        row.lost(),
        row.silentDuplicates(),
        row.avoidableDuplicates(),
        row.doubtsInjected(),
        row.doubtsReported(),
        row.doubtsFound(),
        row.triesOfWaiters(),
        row.handedOutAgain(),
        row.recovery().isPresent() ? row.recovery().getAsInt() : "-");
  }
}

package io.github.feishuhire.faults;

import io.github.feishuhire.faults.oracle.RowResult;
import java.util.List;

/** The campaign's result, for people. */
final class Table {

  private static final String LINE = "| %-62s | %5s | %11s | %4s | %17s | %20s | %15s | %15s |%n";

  private Table() {}

  static void print(List<RowResult> rows) {
    System.out.println();
    System.out.printf(
        LINE,
        "fault",
        "runs",
        "submissions",
        "lost",
        "silent duplicates",
        "avoidable duplicates",
        "doubts injected",
        "doubts reported");
    System.out.printf(LINE.replace(' ', '-').replace("-%", "-%"), "", "", "", "", "", "", "", "");
    rows.forEach(
        row ->
            System.out.printf(
                LINE,
                row.row(),
                row.runs(),
                row.submissions(),
                row.lost(),
                row.silentDuplicates(),
                row.avoidableDuplicates(),
                row.doubtsInjected(),
                row.doubtsReported()));
  }
}

package io.github.feishuhire.faults.oracle;

import java.util.List;

/**
 * One line of the campaign's table.
 *
 * @param complaints every broken criterion, in words
 */
public record RowResult(
    String row,
    int runs,
    int submissions,
    int lost,
    int silentDuplicates,
    int avoidableDuplicates,
    int doubtsInjected,
    int doubtsReported,
    List<String> complaints) {

  public RowResult {
    complaints = List.copyOf(complaints);
  }
}

package io.github.feishuhire.faults.oracle;

import java.util.List;
import java.util.OptionalInt;

/**
 * One line of the campaign's table.
 *
 * @param doubtsFound those that ended without a person, because the application was seen
 * @param triesOfWaiters tries that jobs lost before anything of them had been sent to Feishu
 * @param handedOutAgain how often the engine handed a job out beyond the first time
 * @param recovery seconds from the end of an outage until nine tenths of the quota are used; empty
 *     where there is none
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
    int doubtsFound,
    int triesOfWaiters,
    int handedOutAgain,
    OptionalInt recovery,
    List<String> complaints) {

  public RowResult {
    complaints = List.copyOf(complaints);
  }

  public RowResult recoveredAfter(OptionalInt seconds) {
    return new RowResult(
        row,
        runs,
        submissions,
        lost,
        silentDuplicates,
        avoidableDuplicates,
        doubtsInjected,
        doubtsReported,
        doubtsFound,
        triesOfWaiters,
        handedOutAgain,
        seconds,
        complaints);
  }
}

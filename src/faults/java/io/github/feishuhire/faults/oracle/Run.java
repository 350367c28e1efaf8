package io.github.feishuhire.faults.oracle;

import java.util.Set;

/**
 * One process instance of the campaign, and what the fault that was injected into it allows.
 *
 * @param ends the ends it may come to
 * @param fewest submissions that Feishu reads
 * @param most submissions that Feishu reads
 * @param doubt whether the fault makes a doubt
 */
public record Run(String candidate, Set<End> ends, int fewest, int most, Doubt doubt) {

  /** Where an instance is when nothing moves any more. */
  public enum End {
    SUBMITTED,
    BPMN_ERROR,
    INCIDENT,
    CANCELLED,
    NONE
  }

  /** What the fault means for what can be known about the submission. */
  public enum Doubt {
    INJECTED,
    /** As {@link #INJECTED}, but nobody has to be told: the application is there to be seen. */
    FOUND,
    NONE,
    /** Depends on the moment a fault hit: the engine's records tell, see {@link Oracle}. */
    BY_RECORD
  }

  public Run {
    ends = Set.copyOf(ends);
  }

  /** One submission that goes through. */
  public static Run delivered(String candidate) {
    return new Run(candidate, Set.of(End.SUBMITTED), 1, 1, Doubt.NONE);
  }

  /** A doubt that ends by itself, because the application of the one submission is seen. */
  public static Run found(String candidate) {
    return new Run(candidate, Set.of(End.SUBMITTED), 1, 1, Doubt.FOUND);
  }

  /** A doubt that a person is shown, after so many submissions. */
  public static Run doubted(String candidate, int submissions) {
    return new Run(candidate, Set.of(End.INCIDENT), submissions, submissions, Doubt.INJECTED);
  }
}

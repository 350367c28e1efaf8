package io.github.feishuhire.api.interview;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all interviewers of an interview conclude together. Feishu has seventeen numbers for it;
 * those that say in which way it is mixed are taken together, since each record says its own.
 */
public enum InterviewResult {
  NOT_STARTED(2),
  NOT_EVALUATED(3),
  PASSED(4),
  FAILED(5),
  ABSENT(6),
  PARTLY_EVALUATED(7, 8, 9, 11, 12, 13, 14),
  MIXED(10, 15, 16, 18),
  PENDING(17);

  private final Set<Integer> numbers;

  InterviewResult(Integer... numbers) {
    this.numbers = Set.of(numbers);
  }

  /** Null for a number that is not documented, and for none. */
  static @Nullable InterviewResult of(@Nullable Integer number) {
    for (InterviewResult result : values()) {
      if (number != null && result.numbers.contains(number)) {
        return result;
      }
    }
    return null;
  }
}

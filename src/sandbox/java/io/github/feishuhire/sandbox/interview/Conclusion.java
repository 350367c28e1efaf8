package io.github.feishuhire.sandbox.interview;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an interviewer concludes, with Feishu's numbers: its own, and that of an interview with this
 * interviewer alone.
 */
public enum Conclusion {
  PASSED(1, 4),
  FAILED(2, 5),
  NOT_STARTED(3, 2),
  NOT_SUBMITTED(4, 3),
  ABSENT(5, 6),
  PENDING(6, 17);

  private final int number;
  private final int summary;

  Conclusion(int number, int summary) {
    this.number = number;
    this.summary = summary;
  }

  int number() {
    return number;
  }

  int summary() {
    return summary;
  }

  boolean isSubmitted() {
    return this != NOT_STARTED && this != NOT_SUBMITTED;
  }

  /** By its name in small letters. */
  public static Optional<Conclusion> of(String name) {
    return Arrays.stream(values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}

package io.github.feishuhire.api.interview;

import io.github.feishuhire.api.Numbered;

/** What one interviewer concludes. */
public enum Conclusion implements Numbered {
  PASSED(1),
  FAILED(2),
  NOT_STARTED(3),
  NOT_SUBMITTED(4),
  ABSENT(5),
  PENDING(6);

  private final int number;

  Conclusion(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}

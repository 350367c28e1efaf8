package io.github.feishuhire.api.application;

import io.github.feishuhire.api.Numbered;

/** What a stage of a hiring process is for. */
public enum StageType implements Numbered {
  SCREENING(1),
  EVALUATION(2),
  WRITTEN_TEST(3),
  INTERVIEW(4),
  OFFER(5),
  PENDING_ONBOARDING(6),
  ONBOARDED(7),
  OTHER(8),
  SYSTEM_DEFAULT(255);

  private final int number;

  StageType(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}

package io.github.feishuhire.api.application;

import io.github.feishuhire.api.Numbered;

/** Who has ended an application. */
public enum TerminationType implements Numbered {
  COMPANY_DECLINED(1),
  CANDIDATE_DECLINED(22),
  OTHER(27);

  private final int number;

  TerminationType(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}

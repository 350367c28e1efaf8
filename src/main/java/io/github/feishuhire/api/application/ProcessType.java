package io.github.feishuhire.api.application;

import io.github.feishuhire.api.Numbered;

/** Whom a hiring process is for. */
public enum ProcessType implements Numbered {
  SOCIAL(1),
  CAMPUS(2);

  private final int number;

  ProcessType(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}

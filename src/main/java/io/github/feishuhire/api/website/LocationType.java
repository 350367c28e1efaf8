package io.github.feishuhire.api.website;

/** The levels of locations. */
public enum LocationType {
  COUNTRY(1),
  STATE(2),
  CITY(3),
  DISTRICT(4);

  private final int number;

  LocationType(int number) {
    this.number = number;
  }

  /** The number Feishu has for it. */
  public int number() {
    return number;
  }
}

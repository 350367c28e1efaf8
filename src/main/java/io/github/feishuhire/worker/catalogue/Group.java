package io.github.feishuhire.worker.catalogue;

import java.util.Locale;

/** A part of the properties panel, in the order in which it shows them. */
public enum Group {
  CONNECTION(false),
  CANDIDATE(true),
  DELIVERY(true),
  APPLICATION(true),
  SEARCH(true),
  CHANNEL(true),
  CONTACT(false),
  IDENTITY(false),
  RESULT(true),
  PRIVACY(false),
  ERRORS(false),
  RETRIES(false);

  private final boolean isOpen;

  Group(boolean isOpen) {
    this.isOpen = isOpen;
  }

  /** Whether it is open at first. */
  public boolean isOpen() {
    return isOpen;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

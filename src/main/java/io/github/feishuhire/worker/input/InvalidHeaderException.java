package io.github.feishuhire.worker.input;

/**
 * A task header whose value is none of those it can have: a fault of the model, not of the
 * candidate's data.
 */
public final class InvalidHeaderException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String name;
  private final String allowed;

  InvalidHeaderException(String name, String allowed) {
    super(name, null, false, false);
    this.name = name;
    this.allowed = allowed;
  }

  public String name() {
    return name;
  }

  /** What to write instead, as a person would say it. */
  public String allowed() {
    return allowed;
  }
}

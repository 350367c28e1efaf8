package io.github.feishuhire.worker.engine;

import io.github.feishuhire.worker.outcome.EngineRefusal;

/** The engine refuses a command for good: saying it again would change nothing. */
public final class CommandRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient EngineRefusal refusal;

  /**
   * Carries no cause on purpose: it may quote what the process holds.
   *
   * @param command what people call it
   */
  CommandRefusedException(String command, EngineRefusal refusal) {
    super(command + ": " + refusal.status(), null, false, false);
    this.refusal = refusal;
  }

  public EngineRefusal refusal() {
    return refusal;
  }
}

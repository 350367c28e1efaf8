package io.github.feishuhire.worker.engine;

/** The engine no longer has the job: completed elsewhere, cancelled, or its process ended. */
public final class JobGoneException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean perhapsByThis;

  public JobGoneException(boolean perhapsByThis) {
    super("the engine no longer has the job", null, false, false);
    this.perhapsByThis = perhapsByThis;
  }

  /**
   * Whether the same command had been sent before and its answer was lost: then it may be what
   * ended the job.
   */
  public boolean isPerhapsByThis() {
    return perhapsByThis;
  }
}

package io.github.feishuhire.worker.engine;

/** The engine no longer has the job: completed elsewhere, cancelled, or its process ended. */
public final class JobGoneException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public JobGoneException() {
    super("the engine no longer has the job", null, false, false);
  }
}

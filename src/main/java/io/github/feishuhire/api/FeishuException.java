package io.github.feishuhire.api;

/** A call that did not succeed; all there is to know is in its {@link #failure()}. */
public final class FeishuException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient FeishuFailure failure;

  /** Carries no cause on purpose: messages of lower layers may quote what was sent. */
  public FeishuException(FeishuFailure failure) {
    super(failure.toString(), null, false, false);
    this.failure = failure;
  }

  public FeishuFailure failure() {
    return failure;
  }
}

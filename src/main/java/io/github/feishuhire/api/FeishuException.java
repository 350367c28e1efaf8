package io.github.feishuhire.api;

import io.github.feishuhire.api.FeishuFailure.Refused;

/** A call that did not succeed; all a caller needs is in its {@link #failure()}. */
public final class FeishuException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient FeishuFailure failure;
  private final int httpStatus;
  private final int code;

  /** For what was not said by a reply. */
  public FeishuException(FeishuFailure failure) {
    this(failure, 0, 0);
  }

  /**
   * Carries no cause on purpose: messages of lower layers may quote what was sent.
   *
   * @param httpStatus of the reply; 0 when there was none
   * @param code of the reply; 0 when there was none
   */
  public FeishuException(FeishuFailure failure, int httpStatus, int code) {
    super(failure.toString(), null, false, false);
    this.failure = failure;
    this.httpStatus = httpStatus;
    this.code = code;
  }

  public FeishuFailure failure() {
    return failure;
  }

  /** Whether Feishu says no because it is so already. */
  public boolean saysAlreadyDone() {
    return failure instanceof Refused refused && refused.refusal() == Refusal.ALREADY_DONE;
  }

  /** As the reply had it, for those who count; 0 when there was none. */
  public int httpStatus() {
    return httpStatus;
  }

  /** As the reply had it, for those who count; 0 when there was none. */
  public int code() {
    return code;
  }
}

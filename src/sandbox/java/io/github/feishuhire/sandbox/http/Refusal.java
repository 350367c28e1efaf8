package io.github.feishuhire.sandbox.http;

/** Somebody on the way to the reply says no; the gateway sends the error. */
public final class Refusal extends RuntimeException {

  private final Reply reply;

  public Refusal(Reply reply) {
    super(reply.toString(), null, false, false);
    this.reply = reply;
  }

  public Refusal(ErrorCode code) {
    this(Reply.error(code));
  }

  /** The detail names what was refused, never its value. */
  public Refusal(ErrorCode code, String detail) {
    this(Reply.error(code.status(), code.code(), code.message() + ": " + detail));
  }

  public Reply reply() {
    return reply;
  }
}

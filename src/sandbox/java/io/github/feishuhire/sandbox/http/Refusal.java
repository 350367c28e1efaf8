package io.github.feishuhire.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;

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

  /**
   * A field is missing, of a wrong type or out of range. As with Feishu, the reply repeats its
   * value, which may be a candidate's.
   */
  static Refusal ofField(String field, JsonNode value, String why) {
    Reply reply = Reply.error(ErrorCode.FIELD_VALIDATION_FAILED);
    reply
        .envelope()
        .putObject("error")
        .putArray("field_violations")
        .addObject()
        .put("field", field)
        .put("value", value.asText())
        .put("description", field + " " + why);
    return new Refusal(reply);
  }

  public Reply reply() {
    return reply;
  }
}

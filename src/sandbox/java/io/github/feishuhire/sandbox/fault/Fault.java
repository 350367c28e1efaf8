package io.github.feishuhire.sandbox.fault;

import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Reply;
import java.time.Duration;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A disturbance of one call that had a valid token and was within its rate limit.
 *
 * <p>The rules run, and the store changes, only where it says so.
 */
public sealed interface Fault {

  /** An error envelope instead of the rules. */
  record Refused(Reply reply) implements Fault {}

  /** Any reply at all instead of the rules; the body need not be an envelope. */
  record Answered(int status, String contentType, ByteString body) implements Fault {}

  /** The token of the call stops being valid: it is refused, and the next token is a new one. */
  record TokenExpired() implements Fault {}

  /** No answer until the sandbox closes. */
  record Silence() implements Fault {}

  /** The connection closes after the request was read. */
  record Disconnect() implements Fault {}

  /** The rules run; half of the reply's body is sent, then the connection closes. */
  record Truncated() implements Fault {}

  /** The rules run; the reply's body trickles over the given time. */
  record Slow(Duration over) implements Fault {}

  /** The rules run at once; the reply comes later. */
  record Delayed(Duration by) implements Fault {}

  /** The rules run, their reply is lost, and the other fault is what the caller sees. */
  record Executed(Fault seen) implements Fault {}

  /** Runs the rules first. */
  default Fault executed() {
    return new Executed(this);
  }

  static Fault error(ErrorCode code) {
    return new Refused(Reply.error(code));
  }

  static Fault error(int httpStatus, int code) {
    return new Refused(Reply.error(httpStatus, code, "scripted by a test"));
  }

  /** The status alone, with an empty body. */
  static Fault httpStatus(int httpStatus) {
    return new Answered(httpStatus, "text/plain", ByteString.EMPTY);
  }

  /** HTTP 429, and when to come back. */
  static Fault throttled(Duration reset) {
    return throttled(429, Long.toString(reset.toSeconds()));
  }

  /** Older APIs use HTTP 400; the reset header may be nonsense or, when null, missing. */
  static Fault throttled(int httpStatus, @Nullable String reset) {
    Map<String, String> headers =
        reset == null
            ? Map.of("x-ogw-ratelimit-limit", "50")
            : Map.of("x-ogw-ratelimit-limit", "50", "x-ogw-ratelimit-reset", reset);
    ErrorCode code = ErrorCode.THROTTLED;
    return new Refused(Reply.error(httpStatus, code.code(), code.message()).withHeaders(headers));
  }

  static Fault tokenExpired() {
    return new TokenExpired();
  }

  /** What a proxy in between would say. */
  static Fault html(int httpStatus) {
    return body(
        httpStatus,
        "text/html; charset=utf-8",
        ByteString.encodeUtf8("<html><body><h1>" + httpStatus + " Bad Gateway</h1></body></html>"));
  }

  static Fault body(int httpStatus, String contentType, ByteString body) {
    return new Answered(httpStatus, contentType, body);
  }

  static Fault silence() {
    return new Silence();
  }

  static Fault disconnect() {
    return new Disconnect();
  }

  static Fault truncated() {
    return new Truncated();
  }

  static Fault slow(Duration over) {
    return new Slow(over);
  }

  static Fault delayed(Duration by) {
    return new Delayed(by);
  }
}

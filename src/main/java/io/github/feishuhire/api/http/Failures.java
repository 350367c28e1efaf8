package io.github.feishuhire.api.http;

import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.SetUpFault;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.Refusal;
import io.github.feishuhire.api.SetUpCause;
import java.time.Duration;
import java.util.Optional;
import org.apache.commons.lang3.ObjectUtils;
import org.jspecify.annotations.Nullable;

/**
 * The one place that says what an error reply means. The code decides; the HTTP status only where
 * there is no code, or none that is known.
 *
 * @see <a
 *     href="https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code">Feishu:
 *     generic error codes</a>
 */
final class Failures {

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private Failures() {}

  /**
   * Judges a reply.
   *
   * @param envelope of a reply that is no success, or null where the body had none
   * @param reset the header {@code x-ogw-ratelimit-reset}, in seconds
   */
  static FeishuFailure of(
      int httpStatus, @Nullable Envelope envelope, @Nullable String logId, @Nullable String reset) {
    if (envelope == null) {
      return httpStatus == 429
          ? new Throttled(pause(reset), logId)
          : new Unanswered(
              httpStatus >= 500 ? Reason.SERVER_FAULT : Reason.UNREADABLE_REPLY,
              httpStatus,
              0,
              logId);
    }
    int code = envelope.code();
    if (code == 0 && httpStatus == 429) {
      return new Throttled(pause(reset), envelope.logId());
    }
    return switch (code) {
      case 99991400, 1000004, 1000005 -> new Throttled(pause(reset), envelope.logId());
      case 0, 1002001, 2200, 5000, 1500, 1000003 ->
          new Unanswered(Reason.SERVER_FAULT, httpStatus, code, envelope.logId());
      default ->
          setUpFault(envelope)
              .or(() -> refused(envelope))
              .orElseGet(() -> unknown(httpStatus, envelope, reset));
    };
  }

  /** A token Feishu no longer takes; a fresh one may do. */
  static boolean isTokenRefused(FeishuFailure failure) {
    return failure instanceof SetUpFault fault && fault.cause() == SetUpCause.TOKEN_REFUSED;
  }

  private static Optional<FeishuFailure> setUpFault(Envelope envelope) {
    int code = envelope.code();
    return SetUpCause.of(code)
        .map(cause -> new SetUpFault(cause, code, envelope.logId(), envelope.missingScopes()));
  }

  private static Optional<FeishuFailure> refused(Envelope envelope) {
    int code = envelope.code();
    return Refusal.of(code)
        .map(refusal -> new Refused(refusal, code, envelope.logId(), envelope.fields()));
  }

  private static FeishuFailure unknown(int httpStatus, Envelope envelope, @Nullable String reset) {
    if (httpStatus == 429) {
      return new Throttled(pause(reset), envelope.logId());
    }
    boolean definite =
        httpStatus >= 400 && httpStatus < 500 && httpStatus != 408 && httpStatus != 499;
    if (definite) {
      return new Refused(Refusal.REJECTED, envelope.code(), envelope.logId(), envelope.fields());
    }
    Reason reason = httpStatus >= 400 ? Reason.SERVER_FAULT : Reason.UNKNOWN_CODE;
    return new Unanswered(reason, httpStatus, envelope.code(), envelope.logId());
  }

  /**
   * Bounded both ways: no window is longer than a minute, and a header may be missing or make no
   * sense.
   */
  static Duration pause(@Nullable String reset) {
    if (reset == null || !reset.matches("[0-9]{1,9}")) {
      return SHORTEST_PAUSE;
    }
    Duration pause = Duration.ofSeconds(Long.parseLong(reset));
    return ObjectUtils.max(SHORTEST_PAUSE, ObjectUtils.min(pause, LONGEST_PAUSE));
  }
}

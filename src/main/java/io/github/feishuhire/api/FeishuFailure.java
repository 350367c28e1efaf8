package io.github.feishuhire.api;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a call did not succeed, told by what it means for the caller. No variant carries text written
 * by the remote side other than log ids, names of fields and names of scopes, so all of them may be
 * logged.
 *
 * @see <a
 *     href="https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code">Feishu:
 *     generic error codes</a>
 */
public sealed interface FeishuFailure {

  /** Feishu's; 0 when it said none, or nothing. */
  default int code() {
    return 0;
  }

  /** What Feishu's support asks for; null when it said none. */
  default @Nullable String logId() {
    return null;
  }

  /**
   * Feishu understood and said no; the same request will be refused again.
   *
   * @param fields names of the fields Feishu complained about, often none
   */
  record Refused(Refusal refusal, int code, @Nullable String logId, List<String> fields)
      implements FeishuFailure {
    public Refused {
      fields = List.copyOf(fields);
    }
  }

  /**
   * Credentials, scopes or the app's state are wrong; a person must change something first.
   *
   * @param missingScopes names of scopes, of which Feishu wants one; empty when it is not about
   *     scopes
   */
  record SetUpFault(SetUpCause cause, int code, @Nullable String logId, List<String> missingScopes)
      implements FeishuFailure {
    public SetUpFault {
      missingScopes = List.copyOf(missingScopes);
    }
  }

  /**
   * Refused before any work was done, by Feishu or by our own quota; welcome again after the delay.
   */
  record Throttled(Duration retryAfter, @Nullable String logId) implements FeishuFailure {}

  /**
   * Not sent, because this API has failed several times in a row; welcome again after the delay.
   */
  record Unavailable(Duration retryAfter) implements FeishuFailure {}

  /** No byte of the request left this machine, or too few of them to have an effect. */
  record NotSent(Obstacle obstacle) implements FeishuFailure {}

  /**
   * The request was sent and no usable answer came: it may or may not have taken effect.
   *
   * @param httpStatus 0 when no status line arrived
   * @param code 0 when no code arrived
   */
  record Unanswered(Reason reason, int httpStatus, int code, @Nullable String logId)
      implements FeishuFailure {}

  /** What kept a request from being sent. */
  enum Obstacle {
    UNKNOWN_HOST,
    CONNECTION_FAILED,
    PROXY_REFUSED,
    TLS_FAILED,
    NO_TOKEN,
    CONTENT_UNREADABLE,
    INTERRUPTED
  }

  /** Why an answer is not usable. */
  enum Reason {
    SERVER_FAULT,
    CONNECTION_LOST,
    DEADLINE_PASSED,
    UNREADABLE_REPLY,
    REPLY_TOO_LARGE,
    UNKNOWN_CODE,
    UNKNOWN_STATUS,
    ENDLESS_LIST
  }
}

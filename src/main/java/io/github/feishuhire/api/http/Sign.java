package io.github.feishuhire.api.http;

import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.SetUpFault;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuFailure.Unavailable;

/** What the end of a call tells of the API itself, whatever it was asked. */
enum Sign {
  ANSWERS,
  FAILS,
  NONE;

  static Sign of(FeishuFailure failure) {
    return switch (failure) {
      case Refused refused -> ANSWERS;
      case SetUpFault fault -> ANSWERS;
      case Unanswered unanswered -> FAILS;
      case Throttled throttled -> NONE;
      case Unavailable unavailable -> NONE;
      case NotSent notSent ->
          switch (notSent.obstacle()) {
            case UNKNOWN_HOST, CONNECTION_FAILED, PROXY_REFUSED, TLS_FAILED -> FAILS;
            case NO_TOKEN, CONTENT_UNREADABLE, INTERRUPTED -> NONE;
          };
    };
  }
}

package io.github.feishuhire.api.http;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A reply with {@code code} 0, and what a person needs who asks Feishu about it.
 *
 * @param data as the caller wants it
 * @param date by Feishu's clock, in seconds
 */
public record Answer<T>(T data, int httpStatus, @Nullable String logId, @Nullable Instant date) {

  @Override
  public String toString() {
    return "Answer[" + httpStatus + ", " + logId + "]";
  }

  /** The same with its content made into something else; null makes it an unreadable reply. */
  <R> Answer<R> map(Function<T, @Nullable R> mapping) {
    R mapped = mapping.apply(data);
    if (mapped == null) {
      throw useless(Reason.UNREADABLE_REPLY);
    }
    return new Answer<>(mapped, httpStatus, logId, date);
  }

  /**
   * An id the reply must bring.
   *
   * @throws FeishuException as {@link Unanswered} when it does not
   */
  public String id(Function<T, @Nullable String> member) {
    String id = member.apply(data);
    if (id == null || id.isBlank()) {
      throw useless(Reason.UNREADABLE_REPLY);
    }
    return id;
  }

  /** For a reply that says yes, but not to what. */
  public FeishuException useless(Reason reason) {
    return new FeishuException(new Unanswered(reason, httpStatus, 0, logId));
  }
}

package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Obstacle;
import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.SetUpFault;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuFailure.Unavailable;
import io.github.feishuhire.api.SetUpCause;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.commons.lang3.ObjectUtils;
import org.jspecify.annotations.Nullable;

/**
 * The {@code tenant_access_token} of one app, fetched by one caller for all who wait. Feishu hands
 * out a new token only when the old one has less than 30 minutes left, and both stay valid: so it
 * is renewed then, and an old one still serves while no new one can be had.
 *
 * @see <a
 *     href="https://open.feishu.cn/document/server-docs/authentication-management/access-token/tenant_access_token_internal">
 *     Feishu: tenant_access_token of a custom app</a>
 */
final class TenantTokens {

  private static final Duration LONGEST_LIFE = Duration.ofHours(2);
  private static final Duration LAST_MINUTES = Duration.ofMinutes(30);
  private static final Pattern FIT_FOR_A_HEADER = Pattern.compile("[!-~]+");
  private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(30);

  /** Only in memory, and never printed. */
  private record Token(String value, Instant renewAt, Instant expiresAt) {
    @Override
    public String toString() {
      return "Token[expiresAt=" + expiresAt + "]";
    }
  }

  private final Supplier<JsonNode> fetch;
  private final Time time;
  private final SingleFlight<Token> renewal = new SingleFlight<>();
  private volatile @Nullable Token token;

  /**
   * @param fetch asks for a token once; the reply's body
   */
  TenantTokens(Supplier<JsonNode> fetch, Time time) {
    this.fetch = fetch;
    this.time = time;
  }

  /**
   * A token that is valid now, as far as can be known here.
   *
   * @throws FeishuException never {@link Unanswered} and never {@link Refused}: without a token,
   *     the caller's own request was not sent
   */
  String current() {
    Token known = token;
    Instant now = time.now();
    if (known != null && now.isBefore(known.renewAt())) {
      return known.value();
    }
    try {
      return renewed(known, fetch).value();
    } catch (FeishuException e) {
      if (known == null || !now.isBefore(known.expiresAt()) || token == null) {
        throw new FeishuException(forTheCall(e.failure()));
      }
      token = new Token(known.value(), now.plus(BEFORE_ANOTHER_TRY), known.expiresAt());
      return known.value();
    }
  }

  /**
   * Takes a new one, whether the one in use is old or not; waits for who already fetches one.
   *
   * @param fetch as given to the constructor, on another way
   * @throws FeishuException as that
   */
  void renew(Supplier<JsonNode> fetch) {
    Token unused = renewed(token, fetch);
  }

  /** Whether a call needs to wait for none. */
  boolean isAtHand() {
    Token known = token;
    return known != null && time.now().isBefore(known.expiresAt());
  }

  /** What became of the request for a token says something else about the call that needs it. */
  private static FeishuFailure forTheCall(FeishuFailure failure) {
    return switch (failure) {
      case Unanswered unanswered -> new NotSent(Obstacle.NO_TOKEN);
      case Refused refused ->
          new SetUpFault(SetUpCause.NO_TOKEN, refused.code(), refused.logId(), List.of());
      case SetUpFault fault -> fault;
      case Throttled throttled -> throttled;
      case Unavailable unavailable -> unavailable;
      case NotSent notSent -> notSent;
    };
  }

  /** Forgets a token Feishu no longer takes; harmless when it was already replaced. */
  void refused(String value) {
    Token known = token;
    if (known != null && known.value().equals(value)) {
      token = null;
    }
  }

  private Token renewed(@Nullable Token outdated, Supplier<JsonNode> fetch) {
    return renewal.join(
        () -> {
          Token known = token;
          Token fresh = known != null && !known.equals(outdated) ? known : fetched(fetch);
          token = fresh;
          return fresh;
        });
  }

  private Token fetched(Supplier<JsonNode> fetch) {
    Instant asked = time.now();
    JsonNode reply = fetch.get();
    String value = reply.path("tenant_access_token").asText("");
    Duration life =
        ObjectUtils.min(Duration.ofSeconds(reply.path("expire").asLong()), LONGEST_LIFE);
    if (!FIT_FOR_A_HEADER.matcher(value).matches() || !life.isPositive()) {
      throw new FeishuException(new NotSent(Obstacle.NO_TOKEN));
    }
    Duration half = life.dividedBy(2);
    Duration rest = life.minus(LAST_MINUTES);
    return new Token(value, asked.plus(rest.compareTo(half) > 0 ? rest : half), asked.plus(life));
  }
}

package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.feishuhire.api.App;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Obstacle;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.FeishuFailure.Unavailable;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Terms;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.Circuit.Passage;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The way of every call of one app: circuit, token, room, quota, then the caller's checkpoint, then
 * the request. The waiting is done before the checkpoint, so that nothing but the request itself
 * can leave a doubt.
 */
public final class Transport {

  private static final Duration KNOCKING = Duration.ofSeconds(3);
  private static final long LARGEST_SPREAD_MILLIS = 500;

  private final App app;
  private final HttpUrl root;
  private final Exchange exchange;
  private final Time time;
  private final Function<Endpoint, Duration> deadlines;
  private final List<CallListener> listeners;
  private final TenantTokens tokens;
  private final Map<Endpoint, Lane> lanes = new EnumMap<>(Endpoint.class);

  /** Sends nothing yet. */
  public Transport(
      App app, QuotaShare share, Exchange exchange, Time time, List<CallListener> listeners) {
    this(app, share, exchange, time, Endpoint::deadline, listeners);
  }

  /** Nobody is told of its calls. */
  public Transport(App app, QuotaShare share, Exchange exchange, Time time) {
    this(app, share, exchange, time, List.of());
  }

  /** With deadlines other than those of the endpoints. */
  Transport(
      App app,
      QuotaShare share,
      Exchange exchange,
      Time time,
      Function<Endpoint, Duration> deadlines) {
    this(app, share, exchange, time, deadlines, List.of());
  }

  private Transport(
      App app,
      QuotaShare share,
      Exchange exchange,
      Time time,
      Function<Endpoint, Duration> deadlines,
      List<CallListener> listeners) {
    this.app = app;
    this.root =
        Objects.requireNonNull(HttpUrl.get(app.baseUrl()))
            .newBuilder()
            .addPathSegment("open-apis")
            .build();
    this.exchange = exchange;
    this.time = time;
    this.deadlines = deadlines;
    this.listeners = List.copyOf(listeners);
    this.tokens = new TenantTokens(this::fetchToken, time);
    for (Endpoint endpoint : Endpoint.values()) {
      lanes.put(endpoint, Lane.to(endpoint, app.appId(), share, time));
    }
  }

  /**
   * How long the nth caller from now on would wait for its turn, as far as can be said now.
   *
   * @param nth 1 for the next one
   */
  public Duration untilTurn(Endpoint endpoint, int nth) {
    return lane(endpoint).untilTurn(nth);
  }

  /** How many calls the quota would let through now, one after the other. */
  public int remaining(Endpoint endpoint) {
    return lane(endpoint).quota().remaining();
  }

  /** Whether an API is left alone because it has failed several times in a row. */
  public boolean isLeftAlone(Endpoint endpoint) {
    return lane(endpoint).circuit().isOpen();
  }

  /** The time between two calls of somebody who uses the whole quota for long. */
  public Duration spacing(Endpoint endpoint) {
    return lane(endpoint).quota().spacing();
  }

  /**
   * Sends one request; only a refused token makes it two, and that is no repetition of anything
   * that was done.
   *
   * @return {@code data} of the reply, as this type
   * @throws FeishuException for every other outcome
   */
  public <T> Answer<T> send(Call call, Class<T> type, Terms terms) {
    Passage passage = lane(call.endpoint()).circuit().enter();
    try {
      Answer<JsonNode> reply = send(call, terms, passage);
      passage.answered();
      return reply.map(body -> data(body, type));
    } catch (FeishuException e) {
      passage.failed(e);
      throw e;
    } finally {
      passage.withdrawn();
    }
  }

  private Answer<JsonNode> send(Call call, Terms terms, Passage passage) {
    Lane lane = lane(call.endpoint());
    Instant limit = time.now().plus(terms.patience());
    String token = passage.isTrial() ? knock(call, passage) : tokens.current();
    awaitTurn(call, lane, limit, passage);
    try {
      passage.requireOpen();
      terms.beforeSending().pass();
      lane.quota().depart();
      Instant departure = time.now();
      Answer<JsonNode> reply = withFreshToken(call, token);
      lane.budget().answered(Duration.between(departure, time.now()));
      return reply;
    } catch (FeishuException e) {
      lane.budget().failed(e.failure());
      passage.failed(e); // before the next one is let in
      throw e;
    } finally {
      lane.budget().leave();
    }
  }

  /** Room first: a turn that came without it would be used by nobody. */
  private void awaitTurn(Call call, Lane lane, Instant limit, Passage passage) {
    Instant begin = time.now();
    try {
      if (passage.isTrial()) {
        lane.budget().enterForTrial();
      } else {
        lane.budget().enter(Duration.between(begin, limit));
      }
      admit(lane, limit);
    } finally {
      Duration wait = Duration.between(begin, time.now());
      listeners.forEach(one -> one.waited(call.endpoint(), wait));
    }
  }

  private void admit(Lane lane, Instant limit) {
    try {
      lane.quota().admit(Duration.between(time.now(), limit));
    } catch (FeishuException e) {
      lane.budget().leave();
      throw e;
    }
  }

  private Answer<JsonNode> withFreshToken(Call call, String token) {
    Instant latest = time.now().plus(deadlines.apply(call.endpoint()));
    try {
      return transmit(call, token, latest);
    } catch (FeishuException e) {
      if (!Failures.isTokenRefused(e.failure())) {
        throw e;
      }
      tokens.refused(token);
      String fresh = tokens.current();
      lane(call.endpoint()).quota().admit(Duration.ZERO);
      lane(call.endpoint()).quota().depart();
      return transmit(call, fresh, latest);
    }
  }

  private Answer<JsonNode> transmit(Call call, String token, Instant latest) {
    Duration left = Duration.between(time.now(), latest);
    if (!left.isPositive()) { // fetching a fresh token took it all
      throw new FeishuException(new NotSent(Obstacle.NO_TOKEN));
    }
    return exchange(call, request(call).header("Authorization", "Bearer " + token), left);
  }

  /**
   * Before one call tries an API that was left alone: fetches a token and makes a call that has no
   * effect, a question about a task that does not exist. Any answer will do.
   *
   * @return the token
   * @throws FeishuException as {@link Unavailable} when Feishu still does not work
   */
  private String knock(Call call, Passage passage) {
    Endpoint harmless = Endpoint.GET_DELIVERY_TASK;
    try {
      String token = tokens.current();
      if (call.endpoint() != harmless) {
        String website = call.arguments().stream().findFirst().orElse("0");
        lane(harmless).quota().admit(Duration.ZERO);
        transmit(Call.get(harmless, website, "0"), token, time.now().plus(KNOCKING));
      }
      return token;
    } catch (FeishuException e) {
      if (Circuit.isOutage(e.failure())) {
        passage.failed(e);
        throw new FeishuException(new Unavailable(lane(call.endpoint()).circuit().untilTurn(1)));
      }
      return tokens.current(); // it answers, whatever it says of that question
    }
  }

  private JsonNode fetchToken() {
    Endpoint endpoint = Endpoint.TENANT_ACCESS_TOKEN;
    Call call =
        Call.post(endpoint, Map.of("app_id", app.appId(), "app_secret", app.appSecret().get()));
    lane(endpoint).quota().admit(Duration.ZERO);
    return exchange(call, request(call), deadlines.apply(endpoint)).data();
  }

  /** A "too fast" concerns everybody who calls this API. */
  private Answer<JsonNode> exchange(Call call, Request.Builder request, Duration deadline) {
    Instant begin = time.now();
    listeners.forEach(one -> one.started(call.endpoint()));
    try {
      Answer<JsonNode> answer = exchange.send(request, deadline, call.endpoint().largestReply());
      ended(call, begin, answer.httpStatus(), 0, answer.logId(), null);
      return answer;
    } catch (FeishuException e) {
      ended(call, begin, e.httpStatus(), e.code(), e.failure().logId(), e.failure());
      if (e.failure() instanceof Throttled throttled) {
        lane(call.endpoint()).quota().pause(throttled.retryAfter().plus(spread()));
      }
      throw e;
    }
  }

  private void ended(
      Call call,
      Instant begin,
      int httpStatus,
      int code,
      @Nullable String logId,
      @Nullable FeishuFailure failure) {
    Duration duration = Duration.between(begin, time.now());
    listeners.forEach(
        one -> one.ended(call.endpoint(), duration, httpStatus, code, logId, failure));
  }

  /** So that workers which were told the same do not come back in the same moment. */
  private static Duration spread() {
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(LARGEST_SPREAD_MILLIS));
  }

  private Request.Builder request(Call call) {
    HttpUrl.Builder url = root.newBuilder();
    Iterator<String> arguments = call.arguments().iterator();
    for (String segment : List.of(call.endpoint().path().split("/"))) {
      url.addPathSegment(segment.equals("*") ? arguments.next() : segment);
    }
    call.query().forEach(url::addQueryParameter);
    var body = call.body();
    return new Request.Builder()
        .url(url.build())
        .method(call.endpoint().method(), body == null ? null : body.get());
  }

  private Lane lane(Endpoint endpoint) {
    return Objects.requireNonNull(lanes.get(endpoint));
  }

  private static <T> @Nullable T data(JsonNode body, Class<T> type) {
    JsonNode data = body.path("data");
    return Json.as(type, data.isObject() ? data : JsonNodeFactory.instance.objectNode());
  }
}

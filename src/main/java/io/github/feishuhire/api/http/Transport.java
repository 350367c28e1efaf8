package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.feishuhire.api.App;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Obstacle;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.Terms;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The way of every call of one app: token, then quota, then the caller's checkpoint, then the
 * request. The waiting is done before the checkpoint, so that nothing but the request itself can
 * leave a doubt.
 */
public final class Transport {

  private final App app;
  private final Exchange exchange;
  private final Time time;
  private final Function<Endpoint, Duration> deadlines;
  private final List<CallListener> listeners;
  private final TenantTokens tokens;
  private final Map<Endpoint, Quota> quotas = new EnumMap<>(Endpoint.class);

  /**
   * Sends nothing yet.
   *
   * @param replicas workers that share the app's limits
   */
  public Transport(
      App app, int replicas, Exchange exchange, Time time, List<CallListener> listeners) {
    this(app, replicas, exchange, time, Endpoint::deadline, listeners);
  }

  /** Nobody is told of its calls. */
  public Transport(App app, int replicas, Exchange exchange, Time time) {
    this(app, replicas, exchange, time, List.of());
  }

  /** With deadlines other than those of the endpoints. */
  Transport(
      App app, int replicas, Exchange exchange, Time time, Function<Endpoint, Duration> deadlines) {
    this(app, replicas, exchange, time, deadlines, List.of());
  }

  private Transport(
      App app,
      int replicas,
      Exchange exchange,
      Time time,
      Function<Endpoint, Duration> deadlines,
      List<CallListener> listeners) {
    this.app = app;
    this.exchange = exchange;
    this.time = time;
    this.deadlines = deadlines;
    this.listeners = List.copyOf(listeners);
    this.tokens = new TenantTokens(this::fetchToken, time);
    for (Endpoint endpoint : Endpoint.values()) {
      quotas.put(endpoint, new Quota(endpoint.limits(), replicas, time));
    }
  }

  /**
   * Sends one request; only a refused token makes it two, and that is no repetition of anything
   * that was done.
   *
   * @return {@code data} of the reply, as this type
   * @throws FeishuException for every other outcome
   */
  public <T> Answer<T> send(Call call, Class<T> type, Terms terms) {
    String token = tokens.current();
    awaitTurn(call, terms.patience());
    terms.beforeSending().pass();
    quota(call).depart();
    Instant latest = time.now().plus(deadlines.apply(call.endpoint()));
    Answer<JsonNode> reply;
    try {
      reply = transmit(call, token, latest);
    } catch (FeishuException e) {
      if (!Failures.isTokenRefused(e.failure())) {
        throw e;
      }
      tokens.refused(token);
      String fresh = tokens.current();
      awaitTurn(call, Duration.ZERO);
      quota(call).depart();
      reply = transmit(call, fresh, latest);
    }
    return reply.map(body -> data(body, type));
  }

  private Answer<JsonNode> transmit(Call call, String token, Instant latest) {
    Duration left = Duration.between(time.now(), latest);
    if (!left.isPositive()) { // fetching a fresh token took it all
      throw new FeishuException(new NotSent(Obstacle.NO_TOKEN));
    }
    try {
      return exchanged(call, request(call).header("Authorization", "Bearer " + token), left);
    } catch (FeishuException e) {
      if (e.failure() instanceof Throttled throttled) {
        quota(call).pause(throttled.retryAfter());
      }
      throw e;
    }
  }

  private JsonNode fetchToken() {
    Endpoint endpoint = Endpoint.TENANT_ACCESS_TOKEN;
    Call call =
        Call.post(endpoint, Map.of("app_id", app.appId(), "app_secret", app.appSecret().get()));
    return exchanged(call, request(call), deadlines.apply(endpoint)).data();
  }

  private Answer<JsonNode> exchanged(Call call, Request.Builder request, Duration deadline) {
    Instant begin = time.now();
    try {
      Answer<JsonNode> answer = exchange.send(request, deadline);
      ended(call, begin, answer.httpStatus(), 0, null);
      return answer;
    } catch (FeishuException e) {
      ended(call, begin, e.httpStatus(), e.code(), e.failure());
      throw e;
    }
  }

  private void ended(
      Call call, Instant begin, int httpStatus, int code, @Nullable FeishuFailure failure) {
    Duration duration = Duration.between(begin, time.now());
    listeners.forEach(one -> one.ended(call.endpoint(), duration, httpStatus, code, failure));
  }

  private void awaitTurn(Call call, Duration patience) {
    Instant begin = time.now();
    try {
      quota(call).admit(patience);
    } finally {
      Duration wait = Duration.between(begin, time.now());
      listeners.forEach(one -> one.waited(call.endpoint(), wait));
    }
  }

  private Request.Builder request(Call call) {
    HttpUrl.Builder url =
        Objects.requireNonNull(HttpUrl.get(app.baseUrl())).newBuilder().addPathSegment("open-apis");
    Iterator<String> arguments = call.arguments().iterator();
    for (String segment : List.of(call.endpoint().path().split("/"))) {
      url.addPathSegment(segment.equals("*") ? arguments.next() : segment);
    }
    var body = call.body();
    return new Request.Builder()
        .url(url.build())
        .method(call.endpoint().method(), body == null ? null : body.get());
  }

  private Quota quota(Call call) {
    return Objects.requireNonNull(quotas.get(call.endpoint()));
  }

  private static <T> @Nullable T data(JsonNode body, Class<T> type) {
    JsonNode data = body.path("data");
    return Json.as(type, data.isObject() ? data : JsonNodeFactory.instance.objectNode());
  }
}

package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.feishuhire.api.App;
import io.github.feishuhire.api.FeishuException;
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
  private final TenantTokens tokens;
  private final Map<Endpoint, Quota> quotas = new EnumMap<>(Endpoint.class);

  /**
   * Sends nothing yet.
   *
   * @param replicas workers that share the app's limits
   */
  public Transport(App app, int replicas, Exchange exchange, Time time) {
    this(app, replicas, exchange, time, Endpoint::deadline);
  }

  /** With deadlines other than those of the endpoints. */
  Transport(
      App app, int replicas, Exchange exchange, Time time, Function<Endpoint, Duration> deadlines) {
    this.app = app;
    this.exchange = exchange;
    this.time = time;
    this.deadlines = deadlines;
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
    quota(call).admit(terms.patience());
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
      quota(call).admit(Duration.ZERO);
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
      return exchange.send(
          request(call).header("Authorization", "Bearer " + token),
          left,
          call.endpoint().largestReply());
    } catch (FeishuException e) {
      if (e.failure() instanceof Throttled throttled) {
        quota(call).pause(throttled.retryAfter());
      }
      throw e;
    }
  }

  private JsonNode fetchToken() {
    Endpoint endpoint = Endpoint.TENANT_ACCESS_TOKEN;
    Map<String, String> credentials = Map.of("app_id", app.appId(), "app_secret", app.appSecret());
    return exchange
        .send(
            request(Call.post(endpoint, credentials)),
            deadlines.apply(endpoint),
            endpoint.largestReply())
        .data();
  }

  private Request.Builder request(Call call) {
    HttpUrl.Builder url =
        Objects.requireNonNull(HttpUrl.get(app.baseUrl())).newBuilder().addPathSegment("open-apis");
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

  private Quota quota(Call call) {
    return Objects.requireNonNull(quotas.get(call.endpoint()));
  }

  private static <T> @Nullable T data(JsonNode body, Class<T> type) {
    JsonNode data = body.path("data");
    return Json.as(type, data.isObject() ? data : JsonNodeFactory.instance.objectNode());
  }
}

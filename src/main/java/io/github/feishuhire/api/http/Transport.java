package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.App;
import io.github.feishuhire.api.CallListener;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The way of every call of one app, from who makes it to the wire. */
public final class Transport {

  private final App app;
  private final Time time;
  private final TenantTokens tokens;
  private final Probes probes;
  private final ServerClock clock;
  private final Map<Endpoint, EndpointLimits> limits = new EnumMap<>(Endpoint.class);
  private final Map<Endpoint, CallChannel> channels = new EnumMap<>(Endpoint.class);

  /** Sends nothing yet. */
  public Transport(
      App app, QuotaShare share, HttpSender sender, Time time, List<CallListener> listeners) {
    this(app, share, sender, time, Endpoint::deadline, listeners);
  }

  /** Nobody is told of its calls. */
  public Transport(App app, QuotaShare share, HttpSender sender, Time time) {
    this(app, share, sender, time, List.of());
  }

  /** With deadlines other than those of the endpoints. */
  Transport(
      App app,
      QuotaShare share,
      HttpSender sender,
      Time time,
      Function<Endpoint, Duration> deadlines,
      List<CallListener> listeners) {
    this.app = app;
    this.time = time;
    this.tokens = new TenantTokens(this::fetchToken, time);
    this.probes = new Probes(time);
    this.clock = new ServerClock(time);
    CallChannel wire = new WireChannel(app, sender, clock, time);
    ChannelStack stack = new ChannelStack(wire, tokens, List.copyOf(listeners), time);
    for (Endpoint endpoint : Endpoint.values()) {
      EndpointLimits here =
          new EndpointLimits(endpoint, app.appId(), share, this::untilToken, time);
      limits.put(endpoint, here);
      channels.put(endpoint, stack.ofCalls(endpoint, here, deadlines.apply(endpoint)));
      addProbe(endpoint, here.circuit(), stack.ofProbes(endpoint, here));
    }
  }

  private void addProbe(Endpoint endpoint, Circuit circuit, CallChannel channel) {
    if (endpoint.needsToken()) {
      probes.add(endpoint, circuit, channel);
    } else { // a token that was fetched to see whether that can be done is as good as any
      probes.addCall(circuit, () -> tokens.renew(() -> probes.send(tokenCall(), channel).data()));
    }
  }

  /**
   * Sends one request; only a refused token makes it two, and that is no repetition of anything
   * that was done.
   *
   * @return {@code data} of the reply, as this type
   * @throws FeishuException for every other outcome
   */
  public <T> Answer<T> send(Call call, Class<T> type, CallOptions options) {
    return send(call, options).map(body -> Json.data(body, type));
  }

  private Answer<JsonNode> send(Call call, CallOptions options) {
    CallChannel channel = Objects.requireNonNull(channels.get(call.endpoint()));
    return channel.send(Sending.begun(call, options, time.now()));
  }

  private JsonNode fetchToken() {
    return send(tokenCall(), CallOptions.patient(Duration.ZERO)).data();
  }

  private Call tokenCall() {
    return Call.post(
        Endpoint.TENANT_ACCESS_TOKEN,
        Map.of("app_id", app.appId(), "app_secret", app.appSecret().get()));
  }

  private Duration untilToken(int nth) {
    return tokens.isAtHand()
        ? Duration.ZERO
        : limits(Endpoint.TENANT_ACCESS_TOKEN).circuit().untilTurn(nth);
  }

  /** What stands between this app and an API now. */
  public EndpointLimits limits(Endpoint endpoint) {
    return Objects.requireNonNull(limits.get(endpoint));
  }

  /** By how much Feishu's clock is ahead of ours, by its last answer, to within a second or two. */
  public Duration clockAhead() {
    return clock.ahead();
  }

  /**
   * Makes sure that there is a token; harmless when there is one.
   *
   * @throws FeishuException when there is none to be had
   */
  public void authenticate() {
    String unused = tokens.current();
  }

  /**
   * The probes that are due, of APIs that have failed. Each takes as long as a call and throws
   * nothing.
   */
  public List<Runnable> dueProbes() {
    return probes.due();
  }
}

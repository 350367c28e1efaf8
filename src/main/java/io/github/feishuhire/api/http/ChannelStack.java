package io.github.feishuhire.api.http;

import io.github.feishuhire.api.CallListener;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.util.List;

/** What is passed on the way to the wire, all of it here; what is added last is passed first. */
final class ChannelStack {

  private final CallChannel wire;
  private final TenantTokens tokens;
  private final List<CallListener> listeners;
  private final Time time;

  ChannelStack(CallChannel wire, TenantTokens tokens, List<CallListener> listeners, Time time) {
    this.wire = wire;
    this.tokens = tokens;
    this.listeners = listeners;
    this.time = time;
  }

  /**
   * All that a call passes.
   *
   * @param deadline for the call, from when it leaves
   */
  CallChannel ofCalls(Endpoint endpoint, EndpointLimits limits, Duration deadline) {
    CallChannel channel = observedWire(limits);
    channel = endpoint.needsToken() ? new TokenRefreshChannel(tokens, limits, channel) : channel;
    channel = new PacingChannel(limits.pacing(), deadline, time, channel);
    channel = new CheckpointChannel(channel);
    channel = new QuotaChannel(limits.quota(), time, channel);
    channel = new CircuitChannel(limits.circuit(), channel);
    DoubtLimit doubts = limits.doubts();
    channel = doubts == null ? channel : new DoubtLimitChannel(doubts, time, channel);
    channel = new WaitObservationChannel(listeners, time, channel);
    return endpoint.needsToken() ? new TokenChannel(tokens, channel) : channel;
  }

  /** A probe waits for nobody. What its answer means for the circuit, its sender decides. */
  CallChannel ofProbes(Endpoint endpoint, EndpointLimits limits) {
    CallChannel channel = observedWire(limits);
    channel = new PacingChannel(limits.pacing(), Probes.deadline(endpoint), time, channel);
    channel = new QuotaChannel(limits.quota(), time, channel);
    return endpoint.needsToken() ? new TokenChannel(tokens, channel) : channel;
  }

  private CallChannel observedWire(EndpointLimits limits) {
    CallChannel channel = new ObservationChannel(listeners, time, wire);
    return new ThrottlingChannel(limits.quota(), channel);
  }
}

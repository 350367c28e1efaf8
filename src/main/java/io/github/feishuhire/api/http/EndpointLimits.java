package io.github.feishuhire.api.http;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.Endpoint.Limit;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.commons.lang3.ObjectUtils;
import org.jspecify.annotations.Nullable;

/**
 * What stands between one app and one API: the calls of other APIs, and of other apps, are not held
 * up by it. Everything told here holds for this moment only.
 */
public final class EndpointLimits {

  private final List<Limit> limits;
  private final Circuit circuit;
  private final Quota quota;
  private final Pacing pacing;
  private final @Nullable DoubtLimit doubts;
  private final IntFunction<Duration> token;

  /**
   * @param token how long the nth caller would wait for a token
   */
  EndpointLimits(
      Endpoint endpoint, String app, QuotaShare share, IntFunction<Duration> token, Time time) {
    this.limits = endpoint.limits();
    this.circuit = new Circuit(endpoint.path() + " of app " + app, TrialPolicy.of(endpoint), time);
    this.quota = new Quota(limits, share, time);
    this.pacing = new Pacing(limits, share, time);
    this.doubts = endpoint.repeatable() ? null : new DoubtLimit(quota::spacing, time);
    this.token = token;
  }

  /**
   * How long the nth caller from now on would wait for its turn.
   *
   * @param nth 1 for the next one
   */
  public Duration untilTurn(int nth) {
    Duration turn = ObjectUtils.max(circuit.untilTurn(nth), token.apply(nth));
    if (doubts == null || circuit.isOpen()) { // whoever tries has no competition
      return ObjectUtils.max(turn, quota.untilTurn(nth));
    }
    Duration quotas = quota.untilTurn(doubts.waiting() + nth); // who waits for room comes before
    return ObjectUtils.max(turn, quotas, doubts.untilTurn(nth));
  }

  /** As {@link Transport#share}. */
  void share(QuotaShare share, Instant from) {
    quota.share(limits, share, from);
    pacing.share(limits, share);
  }

  /** How many calls the quota would let through now, one after the other. */
  public int remaining() {
    return quota.remaining();
  }

  /** The time between two calls of somebody who uses the whole quota for long. */
  public Duration spacing() {
    return quota.spacing();
  }

  /** Whether calls are kept back because the API has failed several times in a row. */
  public boolean isOpen() {
    return circuit.isOpen();
  }

  /** Whether the API is known to fail; no longer so when it answers again, called or not. */
  public boolean isFailing() {
    return circuit.isFailing();
  }

  Circuit circuit() {
    return circuit;
  }

  Quota quota() {
    return quota;
  }

  Pacing pacing() {
    return pacing;
  }

  /** Null where a call may be repeated, and so is never in doubt. */
  @Nullable DoubtLimit doubts() {
    return doubts;
  }
}

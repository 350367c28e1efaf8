package io.github.feishuhire.api.http;

import io.github.feishuhire.api.Endpoint.Limit;
import io.github.feishuhire.api.QuotaShare;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * The last calls of one window: exact, where a token bucket would let up to twice the limit
 * through.
 */
final class SlidingLog {

  private static final Instant[] NONE_YET = {};

  private final int size;
  private final Duration window;
  private final Duration spacing;
  private Instant[] calls = NONE_YET; // most apps never call most APIs
  private int oldest;

  /**
   * @param size calls of a window
   */
  SlidingLog(int size, Duration window) {
    this.size = size;
    this.window = window;
    this.spacing = window.dividedBy(size);
  }

  /** For the part of a limit that one worker uses; less than one call makes the window longer. */
  static SlidingLog of(Limit limit, QuotaShare share) {
    double calls = limit.calls() * share.of(limit.window());
    return calls >= 1
        ? new SlidingLog((int) calls, limit.window())
        : new SlidingLog(1, Duration.ofNanos((long) (limit.window().toNanos() / calls)));
  }

  /** For another part of the limit: as many of the last calls as fit there are carried over. */
  SlidingLog with(Limit limit, QuotaShare share) {
    SlidingLog other = of(limit, share);
    int fit = Math.min(calls.length, other.size);
    for (int i = calls.length - fit; i < calls.length; i++) {
      other.add(calls[(oldest + i) % calls.length]);
    }
    return other;
  }

  /**
   * From when on this many more calls are allowed.
   *
   * @param nth 1 for the next call
   */
  Instant freeAt(int nth) {
    if (calls.length == 0) {
      return Instant.MIN;
    }
    Instant call = calls[(oldest + nth - 1) % size];
    Duration windows = window.multipliedBy(1 + (nth - 1) / size);
    return call.equals(Instant.MIN) ? call : call.plus(windows);
  }

  int size() {
    return size;
  }

  /** Notes a call; times must not decrease. */
  void add(Instant call) {
    if (calls.length == 0) {
      calls = new Instant[size];
      Arrays.fill(calls, Instant.MIN);
    }
    calls[oldest] = call;
    oldest = (oldest + 1) % size;
  }

  /** Between two calls of somebody who never stops. */
  Duration spacing() {
    return spacing;
  }
}

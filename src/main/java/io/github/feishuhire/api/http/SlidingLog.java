package io.github.feishuhire.api.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * The last calls of one window: exact, where a token bucket would let up to twice the limit
 * through.
 */
final class SlidingLog {

  private final Duration window;
  private final Instant[] calls;
  private int next;

  SlidingLog(int calls, Duration window) {
    this.window = window;
    this.calls = new Instant[calls];
    Arrays.fill(this.calls, Instant.MIN);
  }

  /**
   * From when on a call is allowed, if only this share (above 0, at most 1) of the window may be
   * used.
   */
  Instant freeAt(double share) {
    int usable = Math.max(1, (int) (calls.length * share));
    Instant call = calls[Math.floorMod(next - usable, calls.length)];
    return call.equals(Instant.MIN) ? call : call.plus(window);
  }

  /** Notes a call; times must not decrease. */
  void add(Instant call) {
    calls[next] = call;
    next = (next + 1) % calls.length;
  }
}

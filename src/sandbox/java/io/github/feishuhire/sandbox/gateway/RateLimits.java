package io.github.feishuhire.sandbox.gateway;

import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.RateLimit;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.token.App;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the admitted calls of each app and API in sliding windows.
 *
 * @see <a href="https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control">the
 *     documented limits</a>
 */
public final class RateLimits {

  private final InstantSource clock;
  private final double factor;
  private final Map<Counted, List<Window>> windows = new HashMap<>();

  /** The factor scales what is documented; infinity switches the limits off. */
  public RateLimits(InstantSource clock, double factor) {
    this.clock = clock;
    this.factor = factor;
  }

  /**
   * Counts the call.
   *
   * @throws Refusal when a window is full; the call is not counted then
   */
  synchronized void admit(App app, Api api) {
    if (Double.isInfinite(factor)) {
      return;
    }
    Instant now = clock.instant();
    List<Window> all = windows.computeIfAbsent(new Counted(app.id(), api), this::open);
    for (Window window : all) {
      window.slideTo(now);
      if (window.isFull()) {
        throw window.refusal(now);
      }
    }
    all.forEach(window -> window.admitted.add(now));
  }

  private List<Window> open(Counted counted) {
    return counted.api().limits().stream().map(this::open).toList();
  }

  private Window open(RateLimit limit) {
    int calls = (int) Math.max(1, Math.round(limit.calls() * factor));
    return new Window(calls, limit.window(), new ArrayDeque<>());
  }

  private record Counted(String appId, Api api) {}

  private record Window(int calls, Duration length, Deque<Instant> admitted) {

    void slideTo(Instant now) {
      Instant start = now.minus(length);
      while (!admitted.isEmpty() && !admitted.getFirst().isAfter(start)) {
        admitted.removeFirst();
      }
    }

    boolean isFull() {
      return admitted.size() >= calls;
    }

    Refusal refusal(Instant now) {
      Duration wait = Duration.between(now, admitted.getFirst().plus(length));
      long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
      return new Refusal(
          Reply.error(ErrorCode.THROTTLED)
              .withHeaders(
                  Map.of(
                      "x-ogw-ratelimit-limit", Integer.toString(calls),
                      "x-ogw-ratelimit-reset", Long.toString(seconds))));
    }
  }
}

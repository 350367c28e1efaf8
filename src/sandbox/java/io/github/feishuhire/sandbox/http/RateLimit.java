package io.github.feishuhire.sandbox.http;

import java.time.Duration;
import java.util.List;

/** At most so many calls within a sliding window, counted per app and API. */
public record RateLimit(int calls, Duration window) {

  static final List<RateLimit> STANDARD =
      List.of(new RateLimit(1000, Duration.ofMinutes(1)), perSecond(50));

  static RateLimit perSecond(int calls) {
    return new RateLimit(calls, Duration.ofSeconds(1));
  }
}

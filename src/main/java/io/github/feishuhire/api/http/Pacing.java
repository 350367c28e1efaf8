package io.github.feishuhire.api.http;

import io.github.feishuhire.api.Endpoint.Limit;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.commons.lang3.ObjectUtils;

/**
 * Lets admitted calls leave one by one, as evenly as the shortest window allows in the long run. A
 * burst would be counted at the other end in other windows than here, because nobody's way there
 * takes the same time.
 */
final class Pacing {

  private static final Duration SHORT = Duration.ofSeconds(1);

  private final Time time;
  private Duration gap;
  private Instant last = Instant.MIN;

  Pacing(List<Limit> limits, QuotaShare share, Time time) {
    this.gap = gap(limits, share);
    this.time = time;
  }

  private static Duration gap(List<Limit> limits, QuotaShare share) {
    return Quota.spacing(
        limits.stream()
            .filter(limit -> limit.window().compareTo(SHORT) <= 0)
            .map(limit -> SlidingLog.of(limit, share)));
  }

  /** Has another share of the limits from now on. */
  synchronized void share(List<Limit> limits, QuotaShare share) {
    gap = gap(limits, share);
  }

  /** Returns when the caller may leave, in the order of arrival; it takes a moment at most. */
  void depart() {
    Pause.until(book(), time);
  }

  private synchronized Instant book() {
    Instant turn = ObjectUtils.max(time.now(), last.plus(gap));
    last = turn;
    return turn;
  }
}

package io.github.feishuhire.api.http;

import io.github.feishuhire.api.Endpoint;
import java.time.Duration;
import org.apache.commons.lang3.ObjectUtils;

/**
 * When an API that has failed may be tried again, counted from the last failure.
 *
 * @param first before the first trial
 * @param factor by which the wait grows with each trial that fails
 * @param longest between two trials
 * @param unprobed before a trial although no probe was answered: a probe could be refused for
 *     reasons of its own
 */
record TrialPolicy(Duration first, int factor, Duration longest, Duration unprobed) {

  /** A trial costs nothing but a request. */
  static final TrialPolicy REPEATABLE =
      new TrialPolicy(Duration.ofSeconds(1), 2, Duration.ofSeconds(5), Duration.ofSeconds(30));

  /**
   * A trial that fails is one more doubt, and a person has to look into it. An API that answers
   * probes and fails otherwise makes twelve of them in an hour, the first five included.
   */
  static final TrialPolicy DOUBTFUL =
      new TrialPolicy(Duration.ofSeconds(1), 4, Duration.ofMinutes(20), Duration.ofHours(1));

  static TrialPolicy of(Endpoint endpoint) {
    return endpoint.repeatable() ? REPEATABLE : DOUBTFUL;
  }

  /**
   * @param failed trials so far
   */
  Duration wait(int failed) {
    Duration wait = first;
    for (int i = 0; i < failed && wait.compareTo(longest) < 0; i++) {
      wait = wait.multipliedBy(factor);
    }
    return ObjectUtils.min(wait, longest);
  }
}

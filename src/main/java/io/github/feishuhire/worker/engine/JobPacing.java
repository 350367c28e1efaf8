package io.github.feishuhire.worker.engine;

import java.time.Duration;

/** When jobs could be run, were they fetched now; the others are better left in the engine. */
@FunctionalInterface
public interface JobPacing {

  /** For jobs that can be run at any time. */
  JobPacing NONE = nth -> Duration.ZERO;

  /**
   * How long the nth job would have to wait: never shorter than the one before it.
   *
   * @param nth 1 for the next one
   */
  Duration until(int nth);

  /**
   * So many of these jobs are worth being fetched now: those that can be run within that time. One
   * alone is not, before its turn: where an API is left alone, a job that comes too early to try it
   * is given back at once, and so would be the next one, and the whole queue after it.
   */
  default int within(Duration time, int jobs) {
    if (jobs > 1 && until(jobs).compareTo(time) <= 0) { // the usual case, and cheap to see
      return jobs;
    }
    int within = 0;
    while (within < jobs && until(within + 1).compareTo(time) <= 0) {
      within++;
    }
    boolean alone = within == 1 && until(2).compareTo(time) > 0;
    return alone && until(1).isPositive() ? 0 : within;
  }
}

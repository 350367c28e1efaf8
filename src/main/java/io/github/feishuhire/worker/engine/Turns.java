package io.github.feishuhire.worker.engine;

import java.time.Duration;

/** When jobs could be run, were they fetched now; the others are better left in the engine. */
@FunctionalInterface
public interface Turns {

  /** For jobs that can be run at any time. */
  Turns ALWAYS = nth -> Duration.ZERO;

  /**
   * How long the nth job would have to wait.
   *
   * @param nth 1 for the next one
   */
  Duration until(int nth);
}

package io.github.feishuhire.worker.job;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.worker.outcome.Sighting;
import java.time.Instant;

/**
 * Finds out in Feishu whether a submission arrived. It changes nothing there, and so can be done as
 * often as one likes.
 */
@FunctionalInterface
public interface LookUp<I> {

  /**
   * Looks once.
   *
   * @param since when it was sent, by the clock of the worker that sent it
   * @throws FeishuException when Feishu does not tell
   */
  Sighting look(I input, Instant since, JobContext context);
}

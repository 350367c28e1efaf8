package io.github.feishuhire.worker.engine;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;

/**
 * Lets Camunda's client read every variable that Camunda takes. Both count to the same number of
 * levels of nesting, but in what the client reads each variable is some levels deeper, and one that
 * it cannot read hides all jobs that were handed out beside it.
 */
public final class DeepVariables {

  private static final int LEVELS = 1050;

  private DeepVariables() {}

  /** For every client that is made afterwards. */
  public static void allow() {
    StreamReadConstraints.overrideDefaultStreamReadConstraints(
        StreamReadConstraints.builder().maxNestingDepth(LEVELS).build());
    StreamWriteConstraints.overrideDefaultStreamWriteConstraints(
        StreamWriteConstraints.builder().maxNestingDepth(LEVELS).build());
  }
}

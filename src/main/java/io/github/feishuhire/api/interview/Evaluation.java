package io.github.feishuhire.api.interview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody makes of a resume.
 *
 * @param conclusion null until it is submitted
 */
public record Evaluation(
    String id,
    @Nullable String stageId,
    @Nullable String evaluatorId,
    boolean submitted,
    @Nullable Conclusion conclusion,
    @Nullable String content,
    @Nullable Instant created,
    @Nullable Instant updated) {

  /** What is written is about a candidate. */
  @Override
  public String toString() {
    return "Evaluation[" + id + ", " + conclusion + "]";
  }
}

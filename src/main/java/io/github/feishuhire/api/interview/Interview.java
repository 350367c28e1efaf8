package io.github.feishuhire.api.interview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An interview of an applicant.
 *
 * @param result null where Feishu tells none that is documented
 * @param records one of each interviewer
 */
public record Interview(
    String id,
    @Nullable Integer round,
    @Nullable String stageId,
    @Nullable Instant begin,
    @Nullable Instant end,
    @Nullable InterviewResult result,
    List<Feedback> records) {

  public Interview {
    records = List.copyOf(records);
  }

  @Override
  public String toString() {
    return "Interview[" + id + "]";
  }

  /** What one interviewer has written down. */
  public record Feedback(
      @Nullable String interviewerId,
      boolean submitted,
      @Nullable Conclusion conclusion,
      @Nullable String content) {

    /** What is written is about a candidate. */
    @Override
    public String toString() {
      return "Feedback[" + conclusion + "]";
    }
  }
}

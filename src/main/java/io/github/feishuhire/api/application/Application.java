package io.github.feishuhire.api.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's way through a hiring process for a job.
 *
 * @param stage where it is, or was when it ended
 * @param active false when it was terminated
 * @param byCandidate whether the candidate has applied, rather than been found by a recruiter
 * @param websiteId of the career site by which it came; null for another way
 * @param channelId of the promotion channel by which it came
 * @param termination null while it goes on
 */
public record Application(
    String id,
    @Nullable String jobId,
    @Nullable String talentId,
    @Nullable Stage stage,
    boolean active,
    boolean byCandidate,
    @Nullable String websiteId,
    @Nullable String channelId,
    @Nullable Instant created,
    @Nullable Instant modified,
    @Nullable Termination termination) {

  @Override
  public String toString() {
    return "Application[" + id + "]";
  }
}

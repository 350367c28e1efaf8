package io.github.feishuhire.sandbox.application;

import java.time.Instant;
import java.util.Optional;

/**
 * A talent on the way through a hiring process for a job.
 *
 * @param created from when on it is shown: its delivery has succeeded then
 * @param locked whether the talent is locked to another job
 * @param successor id of the application that a recruiter made of it, for another job
 */
public record JobApplication(
    String id,
    String talentId,
    String jobId,
    Origin origin,
    Instant created,
    Progress progress,
    boolean locked,
    Optional<String> successor) {

  /** The stage it is in. */
  public Stage stage() {
    return progress.stage();
  }

  public boolean isActive() {
    return progress.termination().isEmpty();
  }

  JobApplication with(Progress other) {
    return new JobApplication(id, talentId, jobId, origin, created, other, locked, successor);
  }

  JobApplication locked(boolean elsewhere) {
    return new JobApplication(id, talentId, jobId, origin, created, progress, elsewhere, successor);
  }

  JobApplication followedBy(String other) {
    return new JobApplication(
        id, talentId, jobId, origin, created, progress, locked, Optional.of(other));
  }
}

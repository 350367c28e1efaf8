package io.github.feishuhire.sandbox.application;

import java.time.InstantSource;
import java.util.Optional;

/** What a person does in Feishu itself, where few rules hold. */
public final class Recruiter {

  private final Applications applications;
  private final InstantSource clock;

  public Recruiter(Applications applications, InstantSource clock) {
    this.applications = applications;
    this.clock = clock;
  }

  /** Moves it to the stage after the one it is in; the last one is kept. */
  public JobApplication moveOn(String id) {
    return applications.change(
        id,
        one -> one.progress().process().after(one.stage()).map(to -> moved(one, to)).orElse(one));
  }

  /**
   * Moves it to a stage of its process.
   *
   * @param stage id, type or name
   * @return empty when there is no such stage
   */
  public Optional<JobApplication> move(String id, String stage) {
    return applications.require(id).progress().process().stages().stream()
        .filter(one -> one.isMeantBy(stage))
        .findFirst()
        .map(target -> applications.change(id, one -> moved(one, target)));
  }

  /** Locks the talent to another job, or takes that back. */
  public JobApplication lock(String id, boolean locked) {
    return applications.change(id, one -> one.locked(locked));
  }

  /** Makes an application for another job of it, which goes on in its place. */
  public JobApplication assign(String id, String jobId) {
    JobApplication from = applications.require(id);
    JobApplication to = applications.add(from.talentId(), jobId, from.origin(), clock.instant());
    JobApplication unused = applications.change(id, one -> one.followedBy(to.id()));
    return to;
  }

  /** No API knows it from now on. */
  public void delete(String id) {
    applications.delete(id);
  }

  private JobApplication moved(JobApplication application, Stage to) {
    return application.with(application.progress().movedTo(to, clock.instant()));
  }
}

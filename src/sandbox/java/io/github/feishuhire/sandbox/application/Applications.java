package io.github.feishuhire.sandbox.application;

import io.github.feishuhire.sandbox.event.EventFeed;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Ids;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.talent.Talents;
import io.github.feishuhire.sandbox.website.Website;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The store of applications; what changes in it is told. */
public final class Applications {

  private final Ids ids;
  private final InstantSource clock;
  private final ApplicationEvents events;
  private final Map<String, JobApplication> byId = new LinkedHashMap<>();

  public Applications(Ids ids, InstantSource clock, Talents talents, EventFeed feed) {
    this.ids = ids;
    this.clock = clock;
    this.events = new ApplicationEvents(talents, feed);
  }

  /**
   * Adds an application in the first stage of a process: that for graduates where the career site
   * is for them.
   *
   * @param created from when on it is shown
   */
  public synchronized JobApplication add(
      String talentId, String jobId, Origin origin, Instant created) {
    JobProcess process =
        origin.website().processType() == Website.ProcessType.CAMPUS
            ? JobProcess.CAMPUS
            : JobProcess.SOCIAL;
    var application =
        new JobApplication(
            ids.decimal(),
            talentId,
            jobId,
            origin,
            created,
            Progress.begun(process, created),
            false,
            Optional.empty());
    byId.put(application.id(), application);
    return application;
  }

  /** The one of a talent for a job that goes on, shown or not. */
  public synchronized Optional<JobApplication> active(String talentId, String jobId) {
    return byId.values().stream()
        .filter(one -> one.talentId().equals(talentId) && one.jobId().equals(jobId))
        .filter(JobApplication::isActive)
        .findFirst();
  }

  /** Those that are shown, the oldest first. */
  public synchronized List<JobApplication> shown() {
    Instant now = clock.instant();
    return byId.values().stream().filter(one -> !one.created().isAfter(now)).toList();
  }

  /** One that is shown. Assumption: every API refuses another as the one for all details does. */
  public JobApplication require(String id) {
    return shown().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Refusal(ErrorCode.APPLICATION_NOT_FOUND));
  }

  /** Whether a talent has joined. */
  public boolean isOnboarded(String talentId) {
    return shown().stream()
        .anyMatch(one -> one.talentId().equals(talentId) && one.stage().isOnboarded());
  }

  /** Changes one that is shown, and tells of it. */
  synchronized JobApplication change(String id, UnaryOperator<JobApplication> change) {
    JobApplication before = require(id);
    JobApplication after = change.apply(before);
    byId.put(id, after);
    events.changed(before, after);
    return after;
  }

  synchronized void delete(String id) {
    JobApplication application = require(id);
    byId.remove(id);
    events.deleted(application);
  }
}

package io.github.feishuhire.worker.delivery;

import io.github.feishuhire.api.application.Application;
import io.github.feishuhire.api.talent.TalentCriteria;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.outcome.Sighting;
import io.github.feishuhire.worker.outcome.Sighting.Absent;
import io.github.feishuhire.worker.outcome.Sighting.Obstacle;
import io.github.feishuhire.worker.outcome.Sighting.Present;
import io.github.feishuhire.worker.outcome.Sighting.Unclear;
import io.github.feishuhire.worker.output.Pages;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for the application that a delivery may have made. An application names neither the job
 * post nor the delivery: it is known by the talent, the job, the website and its time.
 *
 * @param by who the candidate is, by the name of the input that says so
 */
record ApplicationSearch(String websiteId, String jobPostId, Map<String, TalentCriteria> by) {

  /** Clocks differ, and Feishu's is told in seconds; nobody applies twice in a minute. */
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  Sighting since(Instant sent, JobContext context) {
    if (by.isEmpty()) {
      return unclear(Obstacle.NOBODY_TO_LOOK_FOR);
    }
    Set<String> talents = talents(context);
    return switch (talents.size()) {
      case 0 -> new Absent(names());
      case 1 -> applications(talents.iterator().next(), sent, context);
      default -> unclear(Obstacle.SEVERAL_TALENTS);
    };
  }

  /** Asked for together, only those would be found whom everything fits. */
  private Set<String> talents(JobContext context) {
    Set<String> talents = new LinkedHashSet<>();
    for (TalentCriteria criteria : by.values()) {
      talents.addAll(context.hire().talents().find(criteria, context.nextOptions()));
    }
    return talents;
  }

  private Sighting applications(String talentId, Instant sent, JobContext context) {
    String jobId =
        context.hire().jobPosts().get(websiteId, jobPostId, context.nextOptions()).jobId();
    if (jobId == null) {
      return unclear(Obstacle.JOB_UNKNOWN);
    }
    List<Application> all =
        Pages.all(context.hire().applications().list(talentId, jobId), context).stream()
            .map(id -> context.hire().applications().get(id, context.nextOptions()))
            .toList();
    Instant earliest = sent.plus(context.hire().clockAhead()).minus(TOLERANCE);
    return judge(all, earliest, context);
  }

  private Sighting judge(List<Application> all, Instant earliest, JobContext context) {
    List<Application> theSameWay = all.stream().filter(this::isTheSameWay).toList();
    List<Application> ours = theSameWay.stream().filter(one -> isSince(earliest, one)).toList();
    if (ours.size() == 1) {
      String latest =
          context
              .hire()
              .applications()
              .latestOnChain(ours.getFirst().id(), context.nextOptions())
              .id();
      return new Present(latest);
    }
    if (ours.size() > 1) {
      return unclear(Obstacle.SEVERAL_APPLICATIONS);
    }
    if (!theSameWay.isEmpty()) {
      return unclear(Obstacle.EARLIER);
    }
    return all.isEmpty() ? new Absent(names()) : unclear(Obstacle.ANOTHER_WAY);
  }

  private boolean isTheSameWay(Application application) {
    return application.byCandidate() && websiteId.equals(application.websiteId());
  }

  private static boolean isSince(Instant earliest, Application application) {
    Instant created = application.created();
    return created != null && !created.isBefore(earliest);
  }

  private Sighting unclear(Obstacle obstacle) {
    return new Unclear(obstacle, names());
  }

  private List<String> names() {
    return List.copyOf(by.keySet());
  }

  /** Who the candidate is stays here. */
  @Override
  public String toString() {
    return "ApplicationSearch[" + websiteId + ", " + jobPostId + "]";
  }
}

package io.github.feishuhire.sandbox.delivery;

import io.github.feishuhire.sandbox.application.Applications;
import io.github.feishuhire.sandbox.application.JobApplication;
import io.github.feishuhire.sandbox.application.Origin;
import io.github.feishuhire.sandbox.http.Ids;
import io.github.feishuhire.sandbox.talent.Talent;
import io.github.feishuhire.sandbox.talent.Talents;
import io.github.feishuhire.sandbox.website.JobPost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The store of tasks, and of what was told of the applications they made. */
public final class Deliveries {

  private final Ids ids;
  private final Talents talents;
  private final Applications applications;
  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private final List<Application> delivered = new ArrayList<>();

  public Deliveries(Ids ids, Talents talents, Applications applications) {
    this.ids = ids;
    this.talents = talents;
    this.applications = applications;
  }

  /**
   * Applies unless the talent has an application for the job that goes on.
   *
   * @param shown when its delivery has succeeded
   */
  synchronized Task.Result apply(
      Candidate candidate, JobPost post, String userId, Origin origin, Instant shown) {
    Talent talent = talents.recognise(candidate.identity(), candidate.contact());
    Optional<JobApplication> existing = applications.active(talent.id(), post.jobId());
    if (existing.isPresent()) {
      return new Task.Result.Duplicate(existing.get().id());
    }
    JobApplication added = applications.add(talent.id(), post.jobId(), origin, shown);
    var application =
        new Application(added.id(), talent.id(), post.jobId(), post.id(), ids.decimal(), userId);
    delivered.add(application);
    return new Task.Result.Delivered(application);
  }

  synchronized Task addTask(String websiteId, Instant now, Task.Result result) {
    var task = new Task(ids.hexadecimal(), websiteId, now, result);
    tasks.put(task.id(), task);
    return task;
  }

  synchronized Optional<Task> task(String websiteId, String id) {
    return Optional.ofNullable(tasks.get(id)).filter(task -> task.websiteId().equals(websiteId));
  }

  public synchronized List<Task> tasks() {
    return List.copyOf(tasks.values());
  }

  public synchronized List<Application> applications() {
    return List.copyOf(delivered);
  }
}

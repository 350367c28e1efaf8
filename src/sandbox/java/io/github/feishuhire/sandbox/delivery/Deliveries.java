package io.github.feishuhire.sandbox.delivery;

import io.github.feishuhire.sandbox.http.Ids;
import io.github.feishuhire.sandbox.website.JobPost;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The store of tasks, talents and applications. */
public final class Deliveries {

  private final Ids ids;
  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private final Map<Candidate, String> talents = new LinkedHashMap<>();
  private final Map<TalentAndJob, Application> applications = new LinkedHashMap<>();

  public Deliveries(Ids ids) {
    this.ids = ids;
  }

  /** Applies unless the talent has an application for the job already. */
  synchronized Task.Result apply(Candidate candidate, JobPost post, String userId) {
    String talentId = talents.computeIfAbsent(candidate, ignored -> ids.decimal());
    var key = new TalentAndJob(talentId, post.jobId());
    Application existing = applications.get(key);
    if (existing != null) {
      return new Task.Result.Duplicate(existing.id());
    }
    var application =
        new Application(ids.decimal(), talentId, post.jobId(), post.id(), ids.decimal(), userId);
    applications.put(key, application);
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
    return List.copyOf(applications.values());
  }

  private record TalentAndJob(String talentId, String jobId) {}
}

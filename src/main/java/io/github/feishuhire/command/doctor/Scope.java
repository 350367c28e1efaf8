package io.github.feishuhire.command.doctor;

import io.github.feishuhire.worker.catalogue.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scope of the app, and a call that reads and needs it. Ids in the calls are of nothing that
 * exists: Feishu checks the scope first.
 */
enum Scope {
  ATTACHMENT("hire:attachment", "hire/v1/attachments/0/preview", null, true, true),
  SITE("hire:site", "hire/v1/websites?page_size=1", null, false, true),
  SITE_APPLICATION(
      "hire:site_application", "hire/v1/websites/0/delivery_tasks/0", null, false, true),
  SITE_JOB_POST(
      "hire:site_job_post:readonly",
      "hire/v1/websites/0/job_posts/search?page_size=1",
      "{}",
      true,
      false),
  LOCATION(
      "hire:location:readonly",
      "hire/v1/locations/query?page_size=1",
      "{\"location_type\":1}",
      true,
      false),
  APPLICATION("hire:application", "hire/v1/applications/0", null, false, false),
  JOB_PROCESS(
      "hire:job_process:readonly",
      "hire/v1/job_processes?page_size=1",
      null,
      true,
      false,
      "move-to-stage"),
  INTERVIEW(
      "hire:interview:readonly",
      "hire/v1/interviews?page_size=1&application_id=0",
      null,
      false,
      false),
  EVALUATION(
      "hire:evaluation:readonly",
      "hire/v1/evaluations?page_size=1&application_id=0",
      null,
      true,
      false),
  TALENT("hire:talent", "hire/v1/talents/batch_get_id", "{}", false, false),
  TALENT_TAG(
      "hire:talent_tag:readonly",
      "hire/v1/talent_tags?page_size=1",
      null,
      false,
      false,
      "tag-talent"),
  NOTE("hire:note", "hire/v1/notes/0", null, false, false);

  private final String label;
  private final String path;
  private final @Nullable String body;
  private final boolean exact;
  private final boolean needed;
  private final @Nullable String byName;

  Scope(String label, String path, @Nullable String body, boolean exact, boolean needed) {
    this(label, path, body, exact, needed, null);
  }

  Scope(
      String label,
      String path,
      @Nullable String body,
      boolean exact,
      boolean needed,
      @Nullable String byName) {
    this.label = label;
    this.path = path;
    this.body = body;
    this.exact = exact;
    this.needed = needed;
    this.byName = byName;
  }

  /** As Feishu calls it. */
  String label() {
    return label;
  }

  /** Whether it lets the calls of a task through, or those by which the task looks a name up. */
  boolean isFor(Task task) {
    List<String> scopes = task.endpoint().scopes();
    return task.slug().equals(byName)
        || (needed ? scopes.equals(List.of(label)) : scopes.contains(label));
  }

  /** Whether the command templates needs it too. */
  boolean isForTemplates() {
    return this == SITE_JOB_POST || this == LOCATION;
  }

  /** Of the call, below {@code /open-apis/}. */
  String path() {
    return path;
  }

  /** Of the call; null for a GET. */
  @Nullable String body() {
    return body;
  }

  /** Whether no other scope, such as the one for reading only, lets the call through as well. */
  boolean isExact() {
    return exact;
  }

  /** Whether a candidate cannot be delivered without it. */
  boolean isNeeded() {
    return needed;
  }
}

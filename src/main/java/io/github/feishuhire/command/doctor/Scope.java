package io.github.feishuhire.command.doctor;

import io.github.feishuhire.api.Endpoint;
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
      false);

  private final String label;
  private final String path;
  private final @Nullable String body;
  private final boolean exact;
  private final boolean needed;

  Scope(String label, String path, @Nullable String body, boolean exact, boolean needed) {
    this.label = label;
    this.path = path;
    this.body = body;
    this.exact = exact;
    this.needed = needed;
  }

  /** As Feishu calls it. */
  String label() {
    return label;
  }

  /** Whether no other scope lets calls of this API through. */
  boolean isTheOnlyOneFor(Endpoint endpoint) {
    return endpoint.scopes().equals(List.of(label));
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

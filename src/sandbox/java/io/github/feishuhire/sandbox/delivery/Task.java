package io.github.feishuhire.sandbox.delivery;

import java.time.Instant;

/**
 * A submitted delivery. What it comes to is settled at once, and told to callers only when the time
 * has come.
 */
public record Task(String id, String websiteId, Instant created, Result result) {

  /** What a task comes to. */
  public sealed interface Result {
    record Delivered(Application application) implements Result {}

    record Duplicate(String existingApplicationId) implements Result {}

    record Failed(String message) implements Result {}

    record NeverEnding() implements Result {}

    record Lost() implements Result {}
  }
}

package io.github.feishuhire.demo;

import io.github.feishuhire.demo.seen.Snapshot;
import io.github.feishuhire.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * One candidate on the way.
 *
 * @param seen where an instance stands, when it is known
 */
public record Run(Candidate candidate, long instance, LongFunction<Optional<Snapshot>> seen) {

  private Optional<Snapshot> now() {
    return seen.apply(instance);
  }

  boolean isOver() {
    return now().filter(now -> now.ended() != null || !now.incidents().isEmpty()).isPresent();
  }

  boolean isAsExpected() {
    return now()
        .filter(now -> stop(now).equals(candidate.ending()))
        .filter(now -> now.completed().containsAll(candidate.steps()))
        .isPresent();
  }

  /** The element with the incident, or else the last one. */
  private static String stop(Snapshot now) {
    List<String> completed = now.completed();
    return now.incidents().stream()
        .map(incident -> incident.element())
        .findFirst()
        .orElseGet(() -> completed.isEmpty() ? "" : completed.getLast());
  }

  /** In a few words. */
  String ending(Words words) {
    return now()
        .map(
            now ->
                now.incidents().isEmpty()
                    ? words
                        .find("ending." + stop(now))
                        .orElseGet(() -> words.say("ending.at", stop(now)))
                    : words.say("ending.incident", stop(now)))
        .orElse("");
  }

  String taskId() {
    return now().map(now -> now.variable("task_id").asText("")).orElse("");
  }

  String applicationId() {
    return now()
        .map(now -> now.variable("delivery_result").path("application_id").asText(""))
        .orElse("");
  }
}

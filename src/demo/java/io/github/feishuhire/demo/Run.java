package io.github.feishuhire.demo;

import io.github.feishuhire.process.Journal;
import io.github.feishuhire.process.Journal.Incident;
import io.github.feishuhire.words.Words;
import java.util.List;

/** One candidate on the way, as the engine sees it. */
record Run(Candidate candidate, long instance, Journal journal) {

  boolean isOver() {
    return journal.hasEnded(instance) || journal.incident(instance).isPresent();
  }

  boolean isAsExpected() {
    List<String> steps = journal.completed(instance);
    boolean ended =
        journal
            .incident(instance)
            .map(incident -> incident.elementId().equals(candidate.ending()))
            .orElseGet(() -> !steps.isEmpty() && steps.getLast().equals(candidate.ending()));
    return ended && steps.containsAll(candidate.steps());
  }

  /** In a few words. */
  String ending(Words words) {
    return journal
        .incident(instance)
        .map(Incident::elementId)
        .map(element -> words.say("ending.incident", element))
        .orElseGet(
            () ->
                words
                    .find("ending." + journal.completed(instance).getLast())
                    .orElseGet(
                        () -> words.say("ending.at", journal.completed(instance).getLast())));
  }

  String taskId() {
    return journal.variables(instance).path("task_id").asText("");
  }

  String applicationId() {
    return journal.variables(instance).path("delivery_result").path("application_id").asText("");
  }
}

package io.github.feishuhire.demo;

import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.github.feishuhire.process.Journal;
import io.github.feishuhire.process.Journal.Step;
import io.github.feishuhire.words.Words;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what happens, a line for each step that a person would name. */
final class Progress {

  private final Journal journal;
  private final Words words;
  private final PrintStream out;
  private final Set<Long> incidents = new HashSet<>();
  private int seen;

  Progress(Journal journal, Words words, PrintStream out) {
    this.journal = journal;
    this.words = words;
    this.out = out;
  }

  /** Prints what is new. */
  void tell(List<Run> runs) {
    Map<Long, String> names = new HashMap<>();
    runs.forEach(run -> names.put(run.instance(), run.candidate().name()));
    List<Step> steps = journal.steps();
    for (Step step : steps.subList(seen, steps.size())) {
      String name = names.get(step.instance());
      if (name != null && step.intent() == ProcessInstanceIntent.ELEMENT_COMPLETED) {
        words
            .find("step." + step.elementId())
            .ifPresent(done -> out.println(Columns.padded(name, 14) + done));
      }
    }
    seen = steps.size();
    for (Run run : runs) {
      journal
          .incident(run.instance())
          .filter(incident -> incidents.add(incident.key()))
          .ifPresent(
              incident ->
                  out.println(
                      Columns.padded(run.candidate().name(), 14)
                          + words.say("incident", incident.message())));
    }
  }
}

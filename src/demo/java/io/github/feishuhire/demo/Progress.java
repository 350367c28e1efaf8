package io.github.feishuhire.demo;

import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.github.feishuhire.process.Journal;
import io.github.feishuhire.process.Journal.Step;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what happens, a line for each step that a person would name. */
final class Progress {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("candidateApplies", "applies"),
          Map.entry("uploadResume", "the resume is uploaded"),
          Map.entry("createSiteUser", "has an account on the career site"),
          Map.entry("submitDelivery", "the delivery is submitted"),
          Map.entry("awaitResult", "the delivery has succeeded"),
          Map.entry("resumeUnreadable", "the resume cannot be read"),
          Map.entry("invalidMobile", "Feishu refuses the mobile number"),
          Map.entry("cityNotFound", "Feishu does not know the city"),
          Map.entry("duplicateApplication", "already has an application for this job"),
          Map.entry("deliveryFailed", "the delivery has failed"),
          Map.entry("askForResume", "a person has provided another resume"),
          Map.entry("correctMobile", "a person has corrected the mobile number"),
          Map.entry("correctCity", "a person has corrected the city"),
          Map.entry("reviewApplication", "a recruiter has reviewed the application"),
          Map.entry("handleFailure", "a person has looked into the failure"));

  private final Journal journal;
  private final PrintStream out;
  private final Set<Long> incidents = new HashSet<>();
  private int seen;

  Progress(Journal journal, PrintStream out) {
    this.journal = journal;
    this.out = out;
  }

  /** Prints what is new. */
  void tell(List<Run> runs) {
    Map<Long, String> names = new HashMap<>();
    runs.forEach(run -> names.put(run.instance(), run.candidate().name()));
    List<Step> steps = journal.steps();
    for (Step step : steps.subList(seen, steps.size())) {
      String words = WORDS.get(step.elementId());
      String name = names.get(step.instance());
      if (words != null
          && name != null
          && step.intent() == ProcessInstanceIntent.ELEMENT_COMPLETED) {
        out.println(Columns.padded(name, 14) + words);
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
                          + "incident: "
                          + incident.message()));
    }
  }
}

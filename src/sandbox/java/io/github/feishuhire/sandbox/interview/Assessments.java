package io.github.feishuhire.sandbox.interview;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.application.JobApplication;
import io.github.feishuhire.sandbox.http.Ids;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The store of interviews and evaluations. */
public final class Assessments {

  private final Ids ids;
  private final InstantSource clock;
  private final List<Interview> interviews = new ArrayList<>();
  private final List<Evaluation> evaluations = new ArrayList<>();

  public Assessments(Ids ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /** Adds one more round. */
  public synchronized void interview(JobApplication application, Conclusion conclusion) {
    int round = interviews(application.id()).size() + 1;
    interviews.add(
        new Interview(
            ids.decimal(),
            ids.decimal(),
            application.id(),
            application.stage(),
            round,
            clock.instant(),
            conclusion));
  }

  public synchronized void evaluate(JobApplication application, Conclusion conclusion) {
    evaluations.add(
        new Evaluation(
            ids.decimal(), application.id(), application.stage(), clock.instant(), conclusion));
  }

  synchronized List<ObjectNode> interviews(String applicationId) {
    return interviews.stream()
        .filter(one -> one.applicationId().equals(applicationId))
        .map(Interview::tree)
        .toList();
  }

  synchronized List<ObjectNode> evaluations(String applicationId) {
    return evaluations.stream()
        .filter(one -> one.applicationId().equals(applicationId))
        .map(Evaluation::tree)
        .toList();
  }
}

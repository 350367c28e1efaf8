package io.github.feishuhire.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.application.Applications;
import io.github.feishuhire.sandbox.application.JobApplication;
import io.github.feishuhire.sandbox.application.Recruiter;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.interview.Assessments;
import io.github.feishuhire.sandbox.interview.Conclusion;
import io.github.feishuhire.sandbox.offer.OfferStatus;
import io.github.feishuhire.sandbox.offer.Offers;
import java.util.List;
import java.util.Optional;

/** Where the recruiter of the sandbox is told what to do with an application. */
public final class Desk {

  private static final String LATEST = "latest";

  private final Applications applications;
  private final Recruiter recruiter;
  private final Offers offers;
  private final Assessments assessments;

  public Desk(
      Applications applications, Recruiter recruiter, Offers offers, Assessments assessments) {
    this.applications = applications;
    this.recruiter = recruiter;
    this.offers = offers;
    this.assessments = assessments;
  }

  /** All that can be worked on. */
  List<ObjectNode> list() {
    return applications.shown().stream().map(Desk::tree).toList();
  }

  /**
   * Does something.
   *
   * @param id of an application, or {@code latest}
   * @param detail of what is done; empty where there is none
   * @return the application afterwards
   */
  ObjectNode perform(String id, String action, String detail) {
    JobApplication application = application(id);
    switch (action) {
      case "next_stage" -> recruiter.moveOn(application.id());
      case "stage" -> known(recruiter.move(application.id(), detail), detail);
      case "offer" -> offers.bring(application, known(OfferStatus.of(detail), detail));
      case "interview" -> assessments.interview(application, known(Conclusion.of(detail), detail));
      case "evaluation" -> assessments.evaluate(application, known(Conclusion.of(detail), detail));
      case "lock" -> recruiter.lock(application.id(), true);
      case "unlock" -> recruiter.lock(application.id(), false);
      case "assign" -> recruiter.assign(application.id(), detail);
      case "delete" -> {
        recruiter.delete(application.id());
        return tree(application).put("status", "deleted");
      }
      default -> throw unknown(action);
    }
    return tree(applications.require(application.id()));
  }

  private JobApplication application(String id) {
    List<JobApplication> shown = applications.shown();
    if (id.equals(LATEST) && shown.isEmpty()) {
      throw new Refusal(ErrorCode.APPLICATION_NOT_FOUND);
    }
    return id.equals(LATEST) ? shown.getLast() : applications.require(id);
  }

  private static <T> T known(Optional<T> found, String detail) {
    return found.orElseThrow(() -> unknown(detail));
  }

  private static Refusal unknown(String what) {
    return new Refusal(ErrorCode.PARAMETER_ERROR, "the sandbox does not know " + what);
  }

  private static ObjectNode tree(JobApplication application) {
    ObjectNode tree =
        Reply.object()
            .put("application_id", application.id())
            .put("talent_id", application.talentId())
            .put("job_id", application.jobId())
            .put("status", application.isActive() ? "active" : "terminated");
    tree.set("stage", application.stage().tree());
    return tree;
  }
}

package io.github.feishuhire.demo;

import io.github.feishuhire.demo.page.Desk;
import io.github.feishuhire.demo.seen.OpenTask;
import io.github.feishuhire.demo.seen.Seen;
import io.github.feishuhire.demo.seen.Snapshot;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.application.JobApplication;
import io.github.feishuhire.sandbox.interview.Conclusion;
import io.github.feishuhire.sandbox.offer.OfferStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The recruiter who works in Feishu itself: brings the demo's candidates on there, of which the
 * processes hear.
 */
final class InFeishu {

  private static final String DECIDES = "decideOnCandidate";
  private static final String AWAITS_OFFER = "awaitOffer";

  private static final int SCREENING = 1;
  private static final int INTERVIEW = 4;
  private static final int OFFER = 5;
  private static final int PENDING = 6;

  private final Seen seen;
  private final Company company;
  private final AtomicReference<@Nullable Sandbox> sandbox = new AtomicReference<>();
  private final Set<Long> done = new HashSet<>();

  InFeishu(Seen seen, Company company) {
    this.seen = seen;
    this.company = company;
  }

  /** Where Feishu is. */
  void open(Sandbox started) {
    sandbox.set(started);
  }

  /** Whether the candidate is moved in Feishu, and nobody fills in the form. */
  boolean isDecidedThere(OpenTask task) {
    return done.contains(task.key()) || isToBeMoved(task);
  }

  private boolean isToBeMoved(OpenTask task) {
    return task.element().equals(DECIDES)
        && seen.instance(task.instance())
            .flatMap(this::application)
            .filter(application -> application.stage().type() != OFFER)
            .isPresent();
  }

  /** Does what is to be done for those candidates whom nobody else has taken on. */
  void work(Instant now, Duration patience, Desk desk) {
    seen.tasks().stream()
        .filter(task -> !desk.isForPerson(task) && isDecidedThere(task))
        .filter(task -> !now.isBefore(task.since().plus(patience)))
        .filter(task -> done.add(task.key()))
        .flatMap(task -> seen.instance(task.instance()).flatMap(this::application).stream())
        .forEach(this::move);
    seen.all().stream()
        .filter(one -> one.at().contains(AWAITS_OFFER) && company.role(one.key()).isPresent())
        .filter(one -> done.add(one.key()))
        .flatMap(one -> application(one).stream())
        .forEach(application -> feishu().offers().bring(application, OfferStatus.ACCEPTED));
  }

  private void move(JobApplication application) {
    switch (application.stage().type()) {
      case SCREENING -> {
        feishu().assessments().interview(application, Conclusion.PASSED);
        feishu().assessments().evaluate(application, Conclusion.PASSED);
        to(application, INTERVIEW);
      }
      case INTERVIEW -> {
        feishu().offers().bring(application, OfferStatus.SENT);
        to(application, OFFER);
      }
      case PENDING -> feishu().recruiter().moveOn(application.id());
      default -> {}
    }
  }

  private void to(JobApplication application, int stage) {
    var unused = feishu().recruiter().move(application.id(), Integer.toString(stage));
  }

  /** Empty for one that was deleted. */
  private Optional<JobApplication> application(Snapshot candidate) {
    String id = candidate.variable("delivery_result").path("application_id").asText();
    return feishu().hiring().shown().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private Sandbox feishu() {
    return Objects.requireNonNull(sandbox.get(), "the sandbox has not started");
  }
}

package io.github.feishuhire.faults.oracle;

import io.github.feishuhire.faults.oracle.EngineEvent.Kind;
import io.github.feishuhire.faults.oracle.Run.End;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the engine recorded about one instance, in order. */
final class History {

  static final String DOUBT_TEXT = "It is not known whether the submission";
  static final String DOUBT_ERROR = "FEISHU_HIRE_SUBMISSION_IN_DOUBT";
  private static final Duration DOUBT_VISIBLE = Duration.ofSeconds(90);

  private final List<EngineEvent> events;

  History(List<EngineEvent> events) {
    this.events = events;
  }

  End end() {
    int open = 0;
    for (EngineEvent event : events) {
      switch (event.kind()) {
        case ENDED -> {
          return event.detail().equals("done") ? End.SUBMITTED : End.BPMN_ERROR;
        }
        case CANCELLED -> {
          return End.CANCELLED;
        }
        case INCIDENT -> open++;
        case INCIDENT_RESOLVED -> open--;
        default -> {}
      }
    }
    return open > 0 ? End.INCIDENT : End.NONE;
  }

  Optional<String> taskId() {
    return of(Kind.TASK_ID).map(EngineEvent::detail).reduce((first, last) -> last);
  }

  boolean doubtReported() {
    return doubts().findAny().isPresent();
  }

  /** A worker wrote down that it submits, and what came of it was never written down. */
  boolean claimOutlivedLease() {
    boolean sent = false;
    for (EngineEvent event : events) {
      switch (event.kind()) {
        case CLAIM -> sent = event.detail().equals("sent");
        case LEASE_ENDED -> {
          if (sent) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /** Measured from the claim, in the engine's time. */
  boolean doubtIsLate() {
    Optional<EngineEvent> doubt = doubts().findFirst();
    return doubt.isPresent()
        && of(Kind.CLAIM)
            .filter(claim -> claim.detail().equals("sent"))
            .map(EngineEvent::at)
            .filter(at -> at.isBefore(doubt.get().at()))
            .reduce((first, last) -> last)
            .map((Instant at) -> Duration.between(at, doubt.get().at()))
            .filter(shown -> shown.compareTo(DOUBT_VISIBLE) > 0)
            .isPresent();
  }

  String inShort() {
    return events.stream()
        .map(event -> event.kind() + (event.detail().isEmpty() ? "" : "(" + event.detail() + ")"))
        .collect(Collectors.joining(" "));
  }

  private Stream<EngineEvent> doubts() {
    return events.stream()
        .filter(
            event ->
                (event.kind() == Kind.INCIDENT && event.detail().contains(DOUBT_TEXT))
                    || (event.kind() == Kind.ERROR_THROWN && event.detail().equals(DOUBT_ERROR)));
  }

  private Stream<EngineEvent> of(Kind kind) {
    return events.stream().filter(event -> event.kind() == kind);
  }
}

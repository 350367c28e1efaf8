package io.github.feishuhire.faults.oracle;

import io.github.feishuhire.faults.oracle.EngineEvent.Kind;
import io.github.feishuhire.faults.oracle.Run.End;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the engine recorded about one instance, in order. */
final class History {

  static final String DOUBT_TEXT = "It is not known whether the submission";
  static final String DOUBT_ERROR = "FEISHU_HIRE_SUBMISSION_IN_DOUBT";

  /** What every job of the campaign has at first. */
  private static final int TRIES = 3;

  private static final Duration VISIBLE_AFTER_LEASE = Duration.ofSeconds(30);
  private static final Duration VISIBLE_AFTER_CLAIM = Duration.ofSeconds(90);

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

  Optional<String> applicationId() {
    return of(Kind.APPLICATION_ID).map(EngineEvent::detail).reduce((first, last) -> last);
  }

  boolean doubtReported() {
    return doubts().findAny().isPresent();
  }

  /** A worker was given the job while the claim said that another one had submitted. */
  boolean handedOutInDoubt() {
    boolean sent = false;
    for (EngineEvent event : events) {
      switch (event.kind()) {
        case CLAIM -> sent = event.detail().equals("sent");
        case HANDED_OUT -> {
          if (sent) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /**
   * Tries lost before that time and before the first claim: nothing had been sent yet, so the job
   * had only waited. One that loses all at once was not tried in vain, it was given up.
   */
  int triesLostBefore(Instant heard) {
    Map<Long, Integer> left = new HashMap<>();
    int lost = 0;
    for (EngineEvent event : events) {
      if (!event.at().isBefore(heard) || event.kind() == Kind.CLAIM) {
        break;
      }
      if (event.kind() == Kind.JOB_FAILED) {
        int now = Integer.parseInt(event.detail());
        Integer before = left.put(event.key(), now);
        if ((before == null ? TRIES : before) - now == 1) {
          lost++;
        }
      }
    }
    return lost;
  }

  int handedOutAgain() {
    long jobs = of(Kind.HANDED_OUT).mapToLong(EngineEvent::elementInstance).distinct().count();
    return (int) (of(Kind.HANDED_OUT).count() - jobs);
  }

  /** Measured from the end of the lease or, where none ended, from the claim; in engine's time. */
  boolean doubtIsLate() {
    Optional<EngineEvent> doubt = doubts().findFirst();
    return doubt.isPresent()
        && (isLate(Kind.LEASE_ENDED, VISIBLE_AFTER_LEASE, doubt.get())
            || (of(Kind.LEASE_ENDED).findAny().isEmpty()
                && isLate(Kind.CLAIM, VISIBLE_AFTER_CLAIM, doubt.get())));
  }

  private boolean isLate(Kind since, Duration most, EngineEvent doubt) {
    return of(since)
        .filter(event -> event.position() < doubt.position())
        .reduce((first, last) -> last)
        .map(event -> Duration.between(event.at(), doubt.at()))
        .filter(shown -> shown.compareTo(most) > 0)
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

package io.github.feishuhire.faults.oracle;

import io.github.feishuhire.faults.oracle.EngineEvent.Kind;
import io.github.feishuhire.faults.oracle.Run.Doubt;
import io.github.feishuhire.faults.oracle.Run.End;
import io.github.feishuhire.testbed.feishu.Submission;
import io.github.feishuhire.testbed.feishu.Submission.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares histories when nothing moves any more. It knows nothing of how the worker works, only
 * what must hold:
 *
 * <ul>
 *   <li>every instance comes to a defined end, and one that says "submitted" names a task or an
 *       application that Feishu made for it;
 *   <li>a submission is repeated only when every earlier one was definitely refused, or a person
 *       asked for it;
 *   <li>a doubt is reported exactly where there is one, within the lease and half a minute, and
 *       ends by itself exactly where the application is to be seen.
 * </ul>
 */
public final class Oracle {

  private final Map<String, Long> instances;
  private final Map<Long, List<EngineEvent>> events;
  private final Map<String, List<Submission>> submissions;
  private final List<Permission> permissions;
  private final Map<String, Instant> heard;

  /**
   * Judges by these.
   *
   * @param heard when Feishu was first asked something about a candidate, in the engine's time
   */
  public Oracle(
      List<EngineEvent> events,
      List<Submission> submissions,
      List<Permission> permissions,
      Map<String, Instant> heard) {
    this.instances =
        events.stream()
            .filter(event -> event.kind() == Kind.STARTED)
            .collect(
                Collectors.toMap(
                    EngineEvent::detail, EngineEvent::instance, (first, second) -> first));
    this.events =
        events.stream()
            .sorted(Comparator.comparingLong(EngineEvent::position))
            .collect(Collectors.groupingBy(EngineEvent::instance));
    this.submissions =
        submissions.stream()
            .sorted(Comparator.comparing(Submission::at))
            .collect(Collectors.groupingBy(Submission::candidate));
    this.permissions = List.copyOf(permissions);
    this.heard = Map.copyOf(heard);
  }

  /** Where the candidate's instance is. */
  public End end(String candidate) {
    return history(candidate).end();
  }

  public RowResult judge(String row, List<Run> runs) {
    List<Finding> findings = runs.stream().map(this::judge).toList();
    return new RowResult(
        row,
        runs.size(),
        sum(findings, Finding::submissions),
        sum(findings, finding -> finding.lost ? 1 : 0),
        sum(findings, Finding::silentDuplicates),
        sum(findings, Finding::avoidableDuplicates),
        sum(findings, finding -> finding.doubtInjected ? 1 : 0),
        sum(findings, finding -> finding.doubtReported ? 1 : 0),
        sum(findings, finding -> finding.doubtFound ? 1 : 0),
        sum(findings, Finding::triesOfWaiter),
        sum(findings, Finding::handedOutAgain),
        OptionalInt.empty(),
        findings.stream().flatMap(finding -> finding.complaints.stream()).toList());
  }

  private record Finding(
      int submissions,
      boolean lost,
      int silentDuplicates,
      int avoidableDuplicates,
      boolean doubtInjected,
      boolean doubtReported,
      boolean doubtFound,
      int triesOfWaiter,
      int handedOutAgain,
      List<String> complaints) {}

  private Finding judge(Run run) {
    History history = history(run.candidate());
    List<Submission> sent = submissions.getOrDefault(run.candidate(), List.of());
    List<String> complaints = new ArrayList<>();

    boolean lost = run.most() == 0 ? history.end() == End.NONE : isLost(history, sent);
    boolean reported = history.doubtReported();
    boolean injected =
        switch (run.doubt()) {
          case INJECTED, FOUND -> true;
          case NONE -> false;
          case BY_RECORD ->
              (history.handedOutInDoubt() || endsUnclear(sent))
                  && (reported || !isEndedByItsAnswer(history, sent));
        };
    boolean found = !reported && isSeen(history, sent);
    int unasked = repeatedUnasked(run.candidate(), sent);
    if (lost) {
      complaints.add("lost, it is at " + history.end());
    }
    if (unasked > 0) {
      complaints.add("submitted " + sent.size() + " times: " + sent);
    }
    if (found != (run.doubt() == Doubt.FOUND)) {
      complaints.add(found ? "a doubt ended by itself" : "a doubt did not end by itself");
    } else if (injected != (reported || found)) {
      complaints.add(injected ? "a doubt that nobody was told of" : "a doubt where there is none");
    }
    if (!run.ends().contains(history.end())) {
      complaints.add("at " + history.end() + " instead of " + run.ends());
    }
    if (sent.size() < run.fewest() || sent.size() > run.most()) {
      complaints.add(sent.size() + " submissions instead of " + run.fewest() + " to " + run.most());
    }
    if (history.doubtIsLate()) {
      complaints.add("the doubt was shown too late");
    }
    return new Finding(
        sent.size(),
        lost,
        reported ? 0 : unasked,
        reported ? unasked : 0,
        injected,
        reported,
        found,
        history.triesLostBefore(heard.getOrDefault(run.candidate(), Instant.MAX)),
        history.handedOutAgain(),
        complaints.stream()
            .map(text -> run.candidate() + ": " + text + "; " + history.inShort())
            .toList());
  }

  /** No defined end, or one that claims what did not happen. */
  private static boolean isLost(History history, List<Submission> sent) {
    return switch (history.end()) {
      case NONE -> true;
      case SUBMITTED -> !isTold(history, sent) && !isSeen(history, sent);
      case BPMN_ERROR, INCIDENT, CANCELLED -> false;
    };
  }

  /** The process has the task of one of them. */
  private static boolean isTold(History history, List<Submission> sent) {
    return sent.stream()
        .filter(Submission::executed)
        .anyMatch(one -> history.taskId().filter(one.taskId()::equals).isPresent());
  }

  /** The process has ended with the application of one of them. */
  private static boolean isSeen(History history, List<Submission> sent) {
    return history.end() == End.SUBMITTED
        && sent.stream()
            .filter(Submission::executed)
            .anyMatch(
                one -> history.applicationId().filter(one.applicationId()::equals).isPresent());
  }

  /** How many submissions followed one that may have had an effect, without anybody's asking. */
  private int repeatedUnasked(String candidate, List<Submission> sent) {
    int unasked = 0;
    for (int i = 1; i < sent.size(); i++) {
      Submission before = sent.get(i - 1);
      Submission now = sent.get(i);
      boolean asked =
          permissions.stream()
              .anyMatch(
                  permission ->
                      permission.candidate().equals(candidate)
                          && permission.at().isAfter(before.at())
                          && permission.at().isBefore(now.at()));
      if (before.answer() != Answer.NO && !asked) {
        unasked++;
      }
    }
    return unasked;
  }

  /** The answer came late, but it came before anybody had to be asked. */
  private static boolean isEndedByItsAnswer(History history, List<Submission> sent) {
    return history.end() == End.SUBMITTED
        && sent.stream()
            .filter(one -> one.answer() == Answer.YES)
            .anyMatch(one -> history.taskId().filter(one.taskId()::equals).isPresent());
  }

  private static boolean endsUnclear(List<Submission> sent) {
    return !sent.isEmpty() && sent.getLast().answer() == Answer.UNCLEAR;
  }

  private History history(String candidate) {
    Long instance = instances.get(candidate);
    return new History(instance == null ? List.of() : events.getOrDefault(instance, List.of()));
  }

  private static int sum(List<Finding> findings, Function<Finding, Integer> number) {
    return findings.stream().mapToInt(number::apply).sum();
  }
}

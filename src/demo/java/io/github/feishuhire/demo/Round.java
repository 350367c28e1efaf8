package io.github.feishuhire.demo;

import io.github.feishuhire.words.Words;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** Candidates, sent once: those who apply again wait until all others are done. */
public final class Round {

  private final Function<Candidate, Run> start;
  private final Duration pace;
  private final Deque<Candidate> waiting;
  private final List<Run> runs = new ArrayList<>();
  private Instant next = Instant.MIN;

  /**
   * @param pace how long after one candidate the next one comes
   */
  public Round(List<Candidate> candidates, Function<Candidate, Run> start, Duration pace) {
    this.start = start;
    this.pace = pace;
    this.waiting = new ArrayDeque<>(candidates);
  }

  /** Sends whoever has the turn. */
  public void advance(Instant now) {
    while (!waiting.isEmpty() && mayCome(waiting.getFirst()) && !now.isBefore(next)) {
      runs.add(start.apply(waiting.removeFirst()));
      next = pace.isZero() ? next : now.plus(pace);
    }
  }

  private boolean mayCome(Candidate candidate) {
    return !candidate.isRepeated() || runs.stream().allMatch(Run::isOver);
  }

  public boolean isOver() {
    return waiting.isEmpty() && runs.stream().allMatch(Run::isOver);
  }

  public boolean isAsExpected() {
    return waiting.isEmpty() && runs.stream().allMatch(Run::isAsExpected);
  }

  /** What became of each. */
  public void print(Words words, PrintStream out) {
    out.println();
    out.println(
        row(
            words.say("column.candidate"),
            words.say("column.story"),
            words.say("column.ending"),
            "task_id",
            "application_id"));
    for (Run run : runs) {
      out.println(
          row(
              run.candidate().name(),
              words.say("story." + run.candidate().story()),
              run.isAsExpected() ? run.ending(words) : words.say("notExpected", run.ending(words)),
              run.taskId(),
              run.applicationId()));
    }
    out.println();
    out.println(
        words.say("asExpected", runs.stream().filter(Run::isAsExpected).count(), runs.size()));
  }

  private static String row(
      String name, String story, String ending, String task, String application) {
    return Columns.padded(name, 14)
        + Columns.padded(story, 23)
        + Columns.padded(ending, 48)
        + Columns.padded(task, 34)
        + application;
  }
}

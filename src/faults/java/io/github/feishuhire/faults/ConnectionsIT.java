package io.github.feishuhire.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.github.feishuhire.faults.engine.Worker;
import io.github.feishuhire.faults.oracle.Pace;
import io.github.feishuhire.faults.oracle.RowResult;
import io.github.feishuhire.faults.oracle.Run;
import io.github.feishuhire.faults.oracle.Run.Doubt;
import io.github.feishuhire.faults.oracle.Run.End;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.Script;
import io.github.feishuhire.testbed.feishu.Turn;
import io.github.feishuhire.testbed.feishu.Wires;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One worker serves several apps; what befalls one of them is nothing to the others. */
@ExtendWith(StageExtension.class)
final class ConnectionsIT {

  /** The worker gets to know in it what cannot be done now. */
  private static final Duration FIRST_SWEEP = Duration.ofSeconds(15);

  private static final Duration START = Duration.ofSeconds(3);
  private static final Duration MEASURED = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int DOUBTS = 5;
  private static final int HAND_OUTS_PER_SECOND = 2;
  private static final int LINES_PER_MINUTE = 10;

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void deadAndSlowBesideOneThatIsWell(Stage main) {
    try (Stage stage = main.aside()) {
      Neighbours all =
          new Neighbours(stage, "3 connections: one 503, one 15 s, one well", Models.THIRD);
      Script script = stage.feishu().script();
      for (Kind kind : Kind.values()) {
        script.always("", kind, Turn.unclear(false, Wires.html(503)));
      }
      script.always(Models.OTHER, Kind.SUBMIT, Turn.late(Duration.ofSeconds(15)));
      int count = main.size().of(200, 3000);
      all.burden(Models.SUBMIT, count, ConnectionsIT::unsure);
      all.burden(Models.submitBy(Models.OTHER), count, Run::delivered);
      all.measure(Duration.ofSeconds(main.size().of(0, 60)));
      script.clear();
      all.verdict(Instant.now(), "");
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void refusedConnectionsBesideOneThatIsWell(Stage main) {
    try (Stage stage = main.aside()) {
      Neighbours all = new Neighbours(stage, "2 connections: one refused, one well", "");
      stage.feishu().leave(Models.OTHER);
      int count = main.size().of(200, 3000);
      all.burden(Models.submitBy(Models.OTHER), count, Run::delivered);
      all.measure(Duration.ofSeconds(main.size().of(0, 60)));
      stage.feishu().comeBack(Models.OTHER);
      all.verdict(Instant.now(), Models.OTHER);
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void wrongSecretBesideOneThatIsWell(Stage main) {
    try (Stage stage = main.aside()) {
      Neighbours all = new Neighbours(stage, "2 connections: a wrong secret, one well", "");
      stage
          .feishu()
          .script()
          .always(Models.OTHER, Kind.TOKEN, Turn.refused(Wires.code(200, 10014)));
      List<String> refused =
          all.row.start(
              Models.submitBy(Models.OTHER),
              main.size().of(100, 1000),
              candidate -> new Run(candidate, Set.of(End.INCIDENT), 0, 0, Doubt.NONE));
      all.measure(Duration.ZERO);
      all.row.settle(PATIENCE).verdict();
      assertThat(all.complaints).isEmpty();
      assertThat(refused)
          .allSatisfy(
              candidate ->
                  assertThat(all.row.incident(candidate).detail())
                      .contains("app id and secret", Models.OTHER));
    }
  }

  private static Run unsure(String candidate) {
    return new Run(candidate, Set.of(End.SUBMITTED, End.INCIDENT), 1, 1, Doubt.BY_RECORD);
  }

  /** A worker with three apps, one of which is well. */
  private static final class Neighbours {

    private final Row row;
    private final Worker worker;
    private final String well;
    private final Set<String> burden = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();
    private List<Long> healthy = List.of();

    Neighbours(Stage stage, String name, String well) {
      this.well = well;
      worker = stage.newWorker(List.of(Models.OTHER, Models.THIRD), SteadyLoad.QUOTA).awaitReady();
      row = new Row(stage, name);
      worker.gateway().giveJobs();
    }

    /** Jobs that cannot be done now, or only slowly. */
    void burden(String model, int count, Function<String, Run> expectation) {
      burden.addAll(row.start(model, count, expectation));
    }

    /** The jobs of the app that is well come last of all. */
    void measure(Duration longer) {
      Waiting.pass(FIRST_SWEEP.plus(longer));
      Instant begin = Instant.now();
      int lines = lines().size();
      int count = (int) (SteadyLoad.RATE * MEASURED.toSeconds());
      healthy =
          row
              .start(well.isEmpty() ? Models.SUBMIT : Models.submitBy(well), count, Run::delivered)
              .stream()
              .map(row::instance)
              .toList();
      Waiting.pass(MEASURED.minus(Duration.between(begin, Instant.now())));

      int used = Pace.count(row.times(Kind.SUBMIT, well), begin.plus(START), SteadyLoad.PART);
      long handedOut =
          worker.gateway().handOuts().stream()
              .filter(one -> one.at().isAfter(begin) && burden.contains(one.candidate()))
              .count();
      long submitted =
          row.candidatesOf(Kind.SUBMIT, begin).stream().filter(burden::contains).count();
      long written =
          lines().subList(lines, lines().size()).stream().filter(this::isAboutWaiting).count();
      System.out.printf(
          "%d of %d submissions in 10 s beside the others, of which %d jobs were handed out and %d"
              + " submitted in %d s, with %d lines%n",
          used,
          SteadyLoad.RATE * SteadyLoad.PART.toSeconds(),
          handedOut,
          submitted,
          MEASURED.toSeconds(),
          written);
      require(
          used >= 0.9 * SteadyLoad.RATE * SteadyLoad.PART.toSeconds(),
          used + " submissions of the one that is well, in ten seconds");
      require(
          handedOut - submitted <= HAND_OUTS_PER_SECOND * MEASURED.toSeconds(),
          handedOut - submitted + " jobs handed out in vain, in " + MEASURED);
      require(
          written * 60 <= LINES_PER_MINUTE * MEASURED.toSeconds(),
          written + " lines about jobs that wait, in " + MEASURED);
    }

    private void require(boolean kept, String complaint) {
      if (!kept) {
        complaints.add(complaint);
      }
    }

    /** Everybody is well again. */
    void verdict(Instant back, String app) {
      row.settle(PATIENCE);
      row.recovers(back, Kind.SUBMIT, app, SteadyLoad.RATE);
      RowResult result = row.judge();
      assertSoftly(
          softly -> {
            softly.assertThat(complaints).isEmpty();
            softly.assertThat(result.doubtsReported()).isLessThanOrEqualTo(DOUBTS);
            softly.assertThat(result.triesOfWaiters()).isLessThanOrEqualTo(DOUBTS);
          });
      row.verdict(result);
    }

    private List<String> lines() {
      return worker.log().lines().toList();
    }

    /**
     * What ended is worth a line each, and so is what a busy engine does not take at once; the app
     * that is well has its own to say.
     */
    private boolean isAboutWaiting(String line) {
      return !line.contains(": done")
          && !line.contains("incident: ")
          && !line.contains("Camunda ")
          && !line.contains(" main] ")
          && healthy.stream().noneMatch(key -> line.contains("process instance " + key));
    }
  }
}

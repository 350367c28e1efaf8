package io.github.feishuhire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.faults.oracle.EngineEvent;
import io.github.feishuhire.faults.oracle.Pace;
import io.github.feishuhire.faults.oracle.Run.End;
import io.github.feishuhire.testbed.feishu.Gate;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.Turn;
import io.github.feishuhire.testbed.feishu.Wires;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One of Feishu's APIs breaks down for a while, and the others do not. */
@ExtendWith(StageExtension.class)
final class OneApiDownIT {

  private static final Duration BEFORE = Duration.ofSeconds(6);
  private static final Duration AFTERWARDS = Duration.ofSeconds(30);
  private static final Duration FEW = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(20);
  private static final Duration SOON = Duration.ofSeconds(30);

  /** What can be on its way when an outage begins; an hour of it may add as many trials again. */
  private static final int DOUBTS = 5;

  private static final int DOUBTS_OF_AN_HOUR = 12;

  private static final Turn FAULT = Turn.unclear(false, Wires.html(503));

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void submitFails(Stage main) {
    submit(main, "HTTP 503", end -> FAULT);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void submitIsSilent(Stage main) {
    submit(main, "silence", end -> Turn.unclear(false, Wires.silence(end)));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void submitIsReset(Stage main) {
    submit(main, "reset", end -> Turn.unclear(false, Wires.reset()));
  }

  private static void submit(Stage main, String form, Function<Gate, Turn> turn) {
    Duration length = length(main, 30);
    try (var load = new SteadyLoad(main, "submit alone down: " + form + seconds(length))) {
      load.submit(BEFORE.plus(AFTERWARDS));
      Waiting.pass(BEFORE);
      load.always(turn.apply(load.end()), Kind.SUBMIT);
      List<String> awaited = load.row().start(Models.AWAIT, 12, SteadyLoad::done);
      Waiting.pass(length);
      assertThat(awaited)
          .as("results that are told beside it")
          .allMatch(candidate -> load.row().end(candidate) == End.SUBMITTED);
      load.goOn(main.size().of(DOUBTS, DOUBTS_OF_AN_HOUR), 0);
    }
  }

  /** What asks whether it works is told yes, and each submission fails. */
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void submitFailsAndItsProbeDoesNot(Stage main) {
    Duration length = length(main, 20);
    try (var load = new SteadyLoad(main, "submit down, its probe answered" + seconds(length))) {
      load.submit(BEFORE.plus(FEW));
      Waiting.pass(BEFORE);
      load.stage().feishu().script().probes(Kind.SUBMIT, Turn.refused(Wires.code(400, 1002002)));
      load.always(FAULT, Kind.SUBMIT);
      Instant begin = Instant.now();
      Waiting.pass(length);
      int trials = load.submissions(begin);
      load.recover();
      load.row().settle(main.size().full() ? LONGEST_WAIT : Duration.ofMinutes(2)).verdict();
      assertThat(trials).isLessThanOrEqualTo(main.size().of(DOUBTS + 2, DOUBTS_OF_AN_HOUR));
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void resultFails(Stage main) {
    result(main, "HTTP 503", end -> FAULT);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void resultIsSilent(Stage main) {
    result(main, "silence", end -> Turn.unclear(false, Wires.silence(end)));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void resultComesTooLate(Stage main) {
    result(main, "12 s, which is too slow", end -> Turn.late(Duration.ofSeconds(12)));
  }

  private static void result(Stage main, String form, Function<Gate, Turn> turn) {
    Duration length = length(main, 30);
    try (var load = new SteadyLoad(main, "result alone down: " + form + seconds(length))) {
      load.always(turn.apply(load.end()), Kind.TASK);
      int count = main.size().of(12, 500);
      List<String> awaited = load.row().start(Models.AWAIT, count, SteadyLoad::done);
      load.submit(length.dividedBy(2));
      Instant begin = Instant.now();
      Waiting.pass(length);
      List<Instant> submissions = load.row().times(Kind.SUBMIT, "");
      load.endsWithin(SOON, awaited);
      assertThat(Pace.count(submissions, begin, SteadyLoad.PART))
          .as("submissions beside it, in ten seconds")
          .isGreaterThanOrEqualTo((int) (0.8 * SteadyLoad.RATE * SteadyLoad.PART.toSeconds()));
      assertThat(awaited)
          .allSatisfy(
              candidate ->
                  assertThat(load.row().events(candidate))
                      .as("failures reported while a result is awaited")
                      .filteredOn(event -> event.kind() == EngineEvent.Kind.JOB_FAILED)
                      .extracting(EngineEvent::detail)
                      .allMatch("3"::equals));
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void uploadAndSiteUserFail(Stage main) {
    Duration length = length(main, 20);
    try (var load = new SteadyLoad(main, "upload, site user down: HTTP 503" + seconds(length))) {
      load.always(FAULT, Kind.ATTACHMENT, Kind.SITE_USER);
      List<String> waiting = new ArrayList<>();
      waiting.addAll(load.row().start(Models.UPLOAD, 20, SteadyLoad::done));
      waiting.addAll(load.row().start(Models.SITE_USER, 12, SteadyLoad::done));
      Waiting.pass(length);
      load.endsWithin(SOON, waiting);
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void tokenFails(Stage main) {
    token(main, "HTTP 503", end -> FAULT);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void tokenIsSilent(Stage main) {
    token(main, "silence", end -> Turn.unclear(false, Wires.silence(end)));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void tokenIsCut(Stage main) {
    token(main, "reset before it is read", end -> Turn.cut());
  }

  /** Those that ask for the token themselves may lose a try each, until nobody asks any more. */
  private static void token(Stage main, String form, Function<Gate, Turn> turn) {
    Duration length = length(main, 25);
    try (var load = new SteadyLoad(main, "token alone down: " + form + seconds(length))) {
      load.always(turn.apply(load.end()), Kind.TOKEN);
      load.submit(AFTERWARDS);
      Waiting.pass(length);
      load.goOn(0, DOUBTS);
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void everythingTakesFourSeconds(Stage main) {
    slow(main, Duration.ofSeconds(4), Duration.ofSeconds(16), 15);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void everythingTakesNineSeconds(Stage main) {
    slow(main, Duration.ofSeconds(9), Duration.ofSeconds(18), 5);
  }

  /**
   * Feishu comes back, and is slow.
   *
   * @param least submissions in the last part of it: five at a time, and some room
   */
  private static void slow(Stage main, Duration latency, Duration last, int least) {
    Duration length = length(main, 45);
    try (var load =
        new SteadyLoad(
            main,
            "HTTP 503, then everything takes " + latency.toSeconds() + " s" + seconds(length))) {
      load.submit(BEFORE.plusSeconds(main.size().of(40, 600)));
      Waiting.pass(BEFORE);
      load.always(FAULT, Kind.values());
      Waiting.pass(Duration.ofSeconds(5));
      List<String> awaited = load.row().start(Models.AWAIT, 5, SteadyLoad::done);
      load.always(Turn.late(latency), Kind.values());
      Waiting.pass(length.minus(last));
      Instant begin = Instant.now();
      Waiting.pass(last);
      int used = load.submissions(begin);
      load.endsWithin(SOON, awaited);
      assertThat(used).as("submissions in the last %s", last).isGreaterThanOrEqualTo(least);
    }
  }

  private static Duration length(Stage main, int small) {
    return Duration.ofSeconds(main.size().of(small, 3600));
  }

  private static String seconds(Duration length) {
    return ", " + length.toSeconds() + " s";
  }
}

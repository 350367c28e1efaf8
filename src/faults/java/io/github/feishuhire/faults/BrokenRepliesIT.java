package io.github.feishuhire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.faults.engine.Worker;
import io.github.feishuhire.faults.oracle.EngineEvent;
import io.github.feishuhire.faults.oracle.Run;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.Submission;
import io.github.feishuhire.testbed.feishu.Turn;
import io.github.feishuhire.testbed.feishu.Wire;
import io.github.feishuhire.testbed.feishu.Wires;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Feishu reads a submission and then does not answer as it should: each is one doubt. */
@ExtendWith(StageExtension.class)
final class BrokenRepliesIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Four at a time for each worker: with five in a row it leaves Feishu alone. */
  @Test
  void silenceAndRepliesThatAreTooSlow(Stage stage) {
    List<Worker> workers = new ArrayList<>(List.of(stage.worker()));
    for (int i = 0; i < 3; i++) {
      workers.add(stage.newWorker(Map.of()));
    }
    workers.forEach(worker -> worker.awaitReady().gateway().keepJobs());
    Row silence = new Row(stage, "4 no answer");
    Row slow = new Row(stage, "8 one byte every 200 ms, in head and in body");
    Duration pause = Duration.ofMillis(200);
    List<String> silent = new ArrayList<>();
    List<String> slowly = new ArrayList<>();
    for (int round = 0; round < stage.size().of(2, 5); round++) {
      for (Worker worker : workers) {
        worker.gateway().giveJobs();
        silence.calm();
        silent.addAll(doubts(silence, 2, Wires.silence()));
        slowly.addAll(doubts(slow, 1, Wires.slowBody(pause)));
        slowly.addAll(doubts(slow, 1, Wires.slowHead(pause)));
        Waiting.until(() -> areRead(stage, silent) && areRead(stage, slowly));
        worker.gateway().keepJobs();
      }
      silence.settle(PATIENCE);
      slow.settle(PATIENCE);
    }

    silent.forEach(candidate -> assertDeadlineKept(silence, candidate));
    slowly.forEach(candidate -> assertDeadlineKept(slow, candidate));
    silence.verdict();
    slow.verdict();
  }

  @Test
  void newConnectionsThatEndAfterTheRequest(Stage stage) {
    stage.worker();
    breakConnections(stage);
    stage.feishu().script().always(Kind.SUBMIT, Turn.last());
    Row row = new Row(stage, "5 FIN or RST after the request, new connections");
    int count = stage.size().of(30, 150);
    List<String> candidates = new ArrayList<>(doubtsAmongOthers(row, count, Wires.end()));
    candidates.addAll(doubtsAmongOthers(row, count, Wires.reset()));
    row.settle(PATIENCE).verdict();
    assertThat(pooled(stage, candidates)).isZero();
  }

  @Test
  void pooledConnectionsThatEndAfterTheRequest(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "5 FIN or RST after the request, pooled connections");
    long pooled = 0;
    for (int round = 0; round < stage.size().of(10, 40); round++) {
      row.start(Models.SUBMIT, 8, Run::delivered);
      row.settle(PATIENCE);
      List<String> candidates = doubts(row, 4, round % 2 == 0 ? Wires.end() : Wires.reset());
      row.settle(PATIENCE);
      pooled += pooled(stage, candidates);
    }
    row.verdict();
    assertThat(pooled).isPositive();
  }

  @Test
  void repliesThatBreakOff(Stage stage) {
    stage.worker();
    int count = stage.size().of(20, 80);
    Row row = new Row(stage, "6 reset in the body, truncated JSON, wrong Content-Length");
    doubtsAmongOthers(row, count, Wires.resetInBody());
    doubtsAmongOthers(row, count, Wires.truncatedJson());
    doubtsAmongOthers(row, count, Wires.tooLittle());
    row.settle(PATIENCE).verdict();
  }

  @Test
  void requestsThatAreNotReadToTheirEnd(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "7 RST while the request is read");
    row.submitAmongOthers(
        stage.size().of(30, 150),
        new Turn(false, false, Turn.usual().answer(), Wires.reset()),
        candidate -> Run.doubted(candidate, 0));
    row.settle(PATIENCE).verdict();
  }

  @Test
  void nobodyThere(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "7 connection refused");
    row.calm();
    stage.feishu().leave();
    List<String> candidates = row.start(Models.SUBMIT, stage.size().of(30, 100), Run::delivered);
    Waiting.until(
        () ->
            candidates.stream()
                .flatMap(candidate -> row.events(candidate).stream())
                .anyMatch(event -> event.kind() == EngineEvent.Kind.JOB_FAILED));
    Waiting.until(() -> row.events(candidates.getFirst()).size() > 2);
    stage.feishu().comeBack();
    row.settle(PATIENCE).verdict();
  }

  @Test
  void repliesTooLargeToTake(Stage stage) {
    stage.worker();
    int count = stage.size().of(5, 15);
    Row row = new Row(stage, "9 100 MB, endless, gzip bomb, nested 10000 deep");
    doubtsAmongOthers(row, count, Wires.huge());
    doubtsAmongOthers(row, count, Wires.endless());
    doubtsAmongOthers(row, count, Wires.gzipBomb());
    doubtsAmongOthers(row, count, Wires.nested(10_000));
    row.settle(PATIENCE);
    row.start(Models.SUBMIT, 3, Run::delivered);
    row.settle(PATIENCE).verdict();
  }

  @Test
  void faultsOfTheServer(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "13 HTTP 500 502 503 504 408 499, executed or not");
    for (int round = 0; round < stage.size().of(5, 15); round++) {
      for (int status : List.of(500, 502, 503, 504, 408, 499)) {
        for (boolean executed : List.of(true, false)) {
          List.of(Wires.html(status), Wires.code(status, 1002001))
              .forEach(
                  wire ->
                      row.submitAmongOthers(
                          1, Turn.unclear(executed, wire), c -> Run.doubted(c, 1)));
        }
      }
      row.settle(PATIENCE);
    }
    row.verdict();
  }

  private static List<String> doubts(Row row, int count, Wire wire) {
    return row.submit(count, Turn.unclear(true, wire), candidate -> Run.doubted(candidate, 1));
  }

  private static List<String> doubtsAmongOthers(Row row, int count, Wire wire) {
    return row.submitAmongOthers(
        count, Turn.unclear(true, wire), candidate -> Run.doubted(candidate, 1));
  }

  private static boolean areRead(Stage stage, List<String> candidates) {
    return stage.feishu().submissions().stream()
        .map(Submission::candidate)
        .collect(Collectors.toSet())
        .containsAll(candidates);
  }

  /** Those that the worker keeps for later. */
  private static void breakConnections(Stage stage) {
    stage.feishu().leave();
    Waiting.until(() -> stage.feishu().openConnections() == 0);
    stage.feishu().comeBack();
  }

  private static long pooled(Stage stage, List<String> candidates) {
    return stage.feishu().requests().stream()
        .filter(request -> request.kind() == Kind.SUBMIT && candidates.contains(request.key()))
        .filter(request -> request.onConnection() > 0)
        .count();
  }

  /** 20 s for the call, a tenth more or less, and what the engine needs. */
  private static void assertDeadlineKept(Row row, String candidate) {
    List<EngineEvent> events = row.events(candidate);
    Duration taken =
        Duration.between(
            time(events, EngineEvent.Kind.CLAIM), time(events, EngineEvent.Kind.INCIDENT));
    assertThat(taken).as(candidate).isBetween(Duration.ofSeconds(18), Duration.ofSeconds(24));
  }

  private static Instant time(List<EngineEvent> events, EngineEvent.Kind kind) {
    return events.stream().filter(event -> event.kind() == kind).findFirst().orElseThrow().at();
  }
}

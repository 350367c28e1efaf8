package io.github.feishuhire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.faults.oracle.EngineEvent;
import io.github.feishuhire.faults.oracle.Run;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.Turn;
import io.github.feishuhire.testbed.feishu.Wire;
import io.github.feishuhire.testbed.feishu.Wires;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Feishu reads a submission and then does not answer as it should: each is one doubt. */
@ExtendWith(StageExtension.class)
final class BrokenRepliesIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void silenceAndRepliesThatAreTooSlow(Stage stage) {
    stage.worker();
    Row silence = new Row(stage, "4 no answer");
    Row slow = new Row(stage, "8 one byte every 200 ms, in head and in body");
    Duration pause = Duration.ofMillis(200);
    List<String> silent = doubts(silence, stage.size().of(16, 50), Wires.silence());
    List<String> slowBody = doubts(slow, stage.size().of(8, 20), Wires.slowBody(pause));
    List<String> slowHead = doubts(slow, stage.size().of(8, 20), Wires.slowHead(pause));
    silence.settle(PATIENCE);
    slow.settle(PATIENCE);

    silent.forEach(candidate -> assertDeadlineKept(silence, candidate));
    slowBody.forEach(candidate -> assertDeadlineKept(slow, candidate));
    slowHead.forEach(candidate -> assertDeadlineKept(slow, candidate));
    silence.verdict();
    slow.verdict();
  }

  @Test
  void newConnectionsThatEndAfterTheRequest(Stage stage) {
    stage.worker();
    awaitEmptyPool(stage);
    Row row = new Row(stage, "5 FIN or RST after the request, new connections");
    List<String> candidates = doubts(row, stage.size().of(15, 100), Wires.end());
    candidates.addAll(doubts(row, stage.size().of(15, 100), Wires.reset()));
    row.settle(PATIENCE).verdict();
    assertThat(pooled(stage, candidates)).isZero();
  }

  @Test
  void pooledConnectionsThatEndAfterTheRequest(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "5 FIN or RST after the request, pooled connections");
    long pooled = 0;
    for (int round = 0; round < stage.size().of(3, 15); round++) {
      row.start(Models.SUBMIT, 10, Run::delivered);
      row.settle(PATIENCE);
      List<String> candidates = doubts(row, 5, round % 2 == 0 ? Wires.end() : Wires.reset());
      row.settle(PATIENCE);
      pooled += pooled(stage, candidates);
    }
    row.verdict();
    assertThat(pooled).isPositive();
  }

  @Test
  void repliesThatBreakOff(Stage stage) {
    stage.worker();
    int count = stage.size().of(10, 60);
    Row row = new Row(stage, "6 reset in the body, truncated JSON, wrong Content-Length");
    doubts(row, count, Wires.resetInBody());
    doubts(row, count, Wires.truncatedJson());
    doubts(row, count, Wires.tooLittle());
    row.settle(PATIENCE).verdict();
  }

  @Test
  void requestsThatAreNotReadToTheirEnd(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "7 RST while the request is read");
    row.submit(
        stage.size().of(20, 60),
        new Turn(false, false, Turn.usual().answer(), Wires.reset()),
        candidate -> Run.doubted(candidate, 0));
    row.settle(PATIENCE).verdict();
  }

  @Test
  void nobodyThere(Stage stage) {
    stage.worker();
    awaitEmptyPool(stage);
    stage.feishu().leave();
    Row row = new Row(stage, "7 connection refused");
    List<String> candidates = row.start(Models.SUBMIT, stage.size().of(20, 60), Run::delivered);
    Waiting.until(
        () ->
            stage.records().events().stream()
                .anyMatch(event -> event.kind() == EngineEvent.Kind.JOB_FAILED));
    Waiting.until(() -> row.events(candidates.getFirst()).size() > 2);
    stage.feishu().comeBack();
    row.settle(PATIENCE).verdict();
  }

  @Test
  void repliesTooLargeToTake(Stage stage) {
    stage.worker();
    int count = stage.size().of(3, 10);
    Row row = new Row(stage, "9 100 MB, endless, gzip bomb, nested 10000 deep");
    doubts(row, count, Wires.huge());
    doubts(row, count, Wires.endless());
    doubts(row, count, Wires.gzipBomb());
    doubts(row, count, Wires.nested(10_000));
    row.settle(PATIENCE);
    row.start(Models.SUBMIT, 3, Run::delivered);
    row.settle(PATIENCE).verdict();
  }

  @Test
  void faultsOfTheServer(Stage stage) {
    stage.worker();
    Row row = new Row(stage, "13 HTTP 500 502 503 504 408 499, executed or not");
    for (int round = 0; round < stage.size().of(2, 10); round++) {
      for (int status : List.of(500, 502, 503, 504, 408, 499)) {
        for (boolean executed : List.of(true, false)) {
          row.submit(1, Turn.unclear(executed, Wires.html(status)), c -> Run.doubted(c, 1));
          row.submit(
              1, Turn.unclear(executed, Wires.code(status, 1002001)), c -> Run.doubted(c, 1));
        }
      }
      row.settle(PATIENCE);
    }
    row.verdict();
  }

  private static List<String> doubts(Row row, int count, Wire wire) {
    return new ArrayList<>(
        row.submit(count, Turn.unclear(true, wire), candidate -> Run.doubted(candidate, 1)));
  }

  /** The worker closes connections that it has not used for half a minute. */
  private static void awaitEmptyPool(Stage stage) {
    Waiting.until(() -> stage.feishu().openConnections() == 0);
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

package io.github.feishuhire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.faults.engine.Gateway;
import io.github.feishuhire.faults.engine.Method;
import io.github.feishuhire.faults.engine.Worker;
import io.github.feishuhire.faults.oracle.Run;
import io.github.feishuhire.faults.oracle.Run.Doubt;
import io.github.feishuhire.faults.oracle.Run.End;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.Turn;
import io.github.feishuhire.testbed.feishu.Wires;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The engine can be reached and says no: nobody may do this, it has too much to do, or it does not
 * understand. It is to be seen, nothing is lost, and nothing is in doubt for it.
 */
@ExtendWith(StageExtension.class)
final class EngineRefusesIT {

  private static final Duration A_WHILE = Duration.ofSeconds(6);
  private static final Duration PATIENCE = Duration.ofSeconds(100);
  private static final int DEEPEST = 998;

  private static final List<Status> ANSWERS =
      List.of(
          Status.PERMISSION_DENIED,
          Status.RESOURCE_EXHAUSTED,
          Status.UNAUTHENTICATED,
          Status.INVALID_ARGUMENT);

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void claims(Stage main) {
    refused(main, "claims", Method.SET_VARIABLES);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void completions(Stage main) {
    refused(main, "completions", Method.COMPLETE_JOB);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void failures(Stage main) {
    refused(main, "failures", Method.FAIL_JOB);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void polls(Stage main) {
    refused(main, "polls", Method.ACTIVATE_JOBS);
  }

  private static void refused(Stage main, String what, Method method) {
    try (Stage stage = main.aside()) {
      List<Status> answers = ANSWERS.subList(0, main.size().of(2, ANSWERS.size()));
      Row row =
          new Row(
              stage, "engine refuses %s: %d statuses, 6 s each".formatted(what, answers.size()));
      List<String> unseen = new ArrayList<>();
      for (Status answer : answers) {
        Worker worker = stage.newWorker(Map.of()).awaitReady();
        Gateway gateway = worker.gateway();
        gateway.refuse(method, answer);
        gateway.giveJobs();
        List<String> candidates = start(stage, row, method);
        Waiting.pass(A_WHILE);
        gateway.accept(method);
        row.settle(PATIENCE);
        candidates.stream()
            .filter(candidate -> row.end(candidate) == End.INCIDENT)
            .forEach(row::retry); // a person who has given the permission
        row.settle(PATIENCE);
        boolean passes =
            answer.getCode() == Status.Code.RESOURCE_EXHAUSTED && method != Method.ACTIVATE_JOBS;
        if (!passes && !worker.log().contains(answer.getCode().name())) {
          unseen.add(answer.getCode().name());
        }
        worker.close();
      }
      row.verdict();
      assertThat(unseen).as("refusals of %s that the log does not name", what).isEmpty();
    }
  }

  /** Jobs that lead to such a command. */
  private static List<String> start(Stage stage, Row row, Method method) {
    if (method != Method.FAIL_JOB) {
      return row.start(Models.SUBMIT, Row.AT_ONCE, Run::delivered);
    }
    List<String> users = row.candidates(Row.AT_ONCE - 1);
    Turn fault = Turn.unclear(true, Wires.html(503));
    users.forEach(user -> stage.feishu().script().next(Kind.SITE_USER, user, fault));
    return row.start(Models.SITE_USER, users, SteadyLoad::done);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void oneVariableNestedAsDeepAsTheEngineTakes(Stage main) {
    try (Stage stage = main.aside()) {
      Worker worker = stage.newWorker(Map.of()).awaitReady();
      Row row = new Row(stage, "a variable nested 998 levels deep, among others");
      row.start(Models.SUBMIT, 5, Run::delivered);
      row.start(Models.SUBMIT, Map.of("identification", nested()), EngineRefusesIT::toldOf);
      row.start(Models.SUBMIT, 5, Run::delivered);
      worker.gateway().giveJobs();
      row.settle(PATIENCE).verdict();
      assertThat(worker.gateway().handedOut()).as("jobs handed out").hasSize(11);
    }
  }

  private static Object nested() {
    Object inner = "x";
    for (int level = 0; level < DEEPEST; level++) {
      inner = List.of(inner);
    }
    return inner;
  }

  private static Run toldOf(String candidate) {
    return new Run(candidate, Set.of(End.BPMN_ERROR, End.INCIDENT), 0, 0, Doubt.NONE);
  }
}

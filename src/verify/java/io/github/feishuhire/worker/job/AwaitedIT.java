package io.github.feishuhire.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.StandIn;
import io.github.feishuhire.testbed.feishu.Turn;
import io.github.feishuhire.testbed.feishu.Wire;
import io.github.feishuhire.testbed.feishu.Wires;
import io.github.feishuhire.worker.delivery.AwaitDeliveryResult;
import io.github.feishuhire.worker.job.FussyEngine.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a result is awaited, whatever Feishu does meanwhile and whoever waits for it. */
final class AwaitedIT {

  private static final Wire RUNNING = Wires.json(200, "{\"code\":0,\"data\":{\"status\":1}}");
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private final FussyEngine engine = new FussyEngine();
  private final StandIn feishu = new StandIn();
  private final AtomicInteger looks = new AtomicInteger();
  private final OneRun run = worker();

  @AfterEach
  void close() {
    engine.close();
    feishu.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void anOutageIsWaitedOutAndCostsNoTry(int status) {
    Turn fault = Turn.refused(Wires.html(status));
    feishu.script().next(Kind.TASK, "f1c2", fault, fault, fault, fault, fault, fault, fault);

    await(run, null);

    assertThat(engine.commands()).contains(Command.COMPLETE).doesNotContain(Command.FAIL);
    assertThat(passed(run)).isLessThan(TIMEOUT);
  }

  @Test
  void aFeishuThatCannotBeReachedIsWaitedOut() {
    feishu.leave();

    await(run, null);

    assertThat(engine.commands()).doesNotContain(Command.FAIL);
    assertThat(engine.last(Command.THROW_ERROR).path("errorCode").textValue())
        .isEqualTo("FEISHU_HIRE_RESULT_TIMEOUT");
    assertThat(passed(run)).isBetween(TIMEOUT, TIMEOUT.plusSeconds(20));
  }

  @Test
  void anOutageThatDoesNotEndIsATimeout() {
    feishu.script().always(Kind.TASK, Turn.refused(Wires.html(503)));

    await(run, null);

    assertThat(engine.commands()).doesNotContain(Command.FAIL);
    assertThat(engine.last(Command.THROW_ERROR).path("errorCode").textValue())
        .isEqualTo("FEISHU_HIRE_RESULT_TIMEOUT");
    assertThat(passed(run)).isBetween(TIMEOUT, TIMEOUT.plusSeconds(20));
  }

  @Test
  void whatAPersonMustMendIsAnIncidentAtOnce() {
    feishu.script().always(Kind.TASK, Turn.refused(Wires.code(400, 99991672)));

    await(run, null);

    assertThat(engine.last(Command.FAIL).path("retries").intValue()).isZero();
    assertThat(passed(run)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aShortWaitLeavesNoTrace() {
    feishu.script().next(Kind.TASK, "f1c2", Turn.refused(RUNNING), Turn.refused(RUNNING));

    await(run, null);

    assertThat(engine.commands()).containsExactly(Command.COMPLETE);
  }

  @Test
  void theNextWorkerGoesOnWithTheClockOfTheFirst() {
    stopAfter(12);
    await(run, null);
    Duration first = passed(run);
    JsonNode since = engine.last(Command.SET_VARIABLES).path("feishu_hire_awaiting_since");
    feishu.script().always(Kind.TASK, Turn.refused(RUNNING));

    OneRun next = worker();
    pass(next, first.plusSeconds(60));
    await(next, since);

    assertThat(first).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(3));
    assertThat(engine.last(Command.THROW_ERROR).path("errorCode").textValue())
        .isEqualTo("FEISHU_HIRE_RESULT_TIMEOUT");
    assertThat(passed(next)).isBetween(TIMEOUT, TIMEOUT.plusSeconds(20));
    assertThat(engine.said())
        .filteredOn(one -> one.content().has("feishu_hire_awaiting_since"))
        .hasSize(1);
  }

  @Test
  void aRunThatComesTooLateStillLooksOnce() {
    OneRun late = worker();
    pass(late, Duration.ofHours(1));

    await(late, since(Instant.EPOCH.toString(), OneRun.ELEMENT_INSTANCE));

    assertThat(engine.commands()).containsExactly(Command.COMPLETE);
    assertThat(passed(late)).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1969-12-31T00:00:00Z", "2024-08-02T03:04:05Z", "yesterday"})
  void aBeginningOfAnotherTaskOrInTheFutureOrUnreadableIsNone(String at) {
    feishu.script().always(Kind.TASK, Turn.refused(RUNNING));
    long owner = OneRun.ELEMENT_INSTANCE + (at.startsWith("1969") ? 1 : 0);

    await(run, since(at, owner));

    assertThat(passed(run)).isBetween(TIMEOUT, TIMEOUT.plusSeconds(20));
  }

  private OneRun worker() {
    return new OneRun(engine, feishu.baseUrl("worker"));
  }

  /** Feishu says that the task is running, and after so many looks the worker is stopped. */
  private void stopAfter(int number) {
    Wire counting =
        (socket, usual) -> {
          if (looks.incrementAndGet() == number) {
            run.stop();
          }
          return RUNNING.play(socket, usual);
        };
    feishu.script().always(Kind.TASK, Turn.refused(counting));
  }

  private static void await(OneRun worker, @Nullable JsonNode since) {
    ObjectNode variables = new JsonMapper().createObjectNode();
    variables.put("website_id", "7047318856652261676").put("task_id", "f1c2");
    variables.set("feishu_hire_awaiting_since", since);
    worker.run(AwaitDeliveryResult.operation(), false, variables.toString());
  }

  private static JsonNode since(String at, long owner) {
    return new JsonMapper().createObjectNode().put("at", at).put("of", String.valueOf(owner));
  }

  private static Duration passed(OneRun worker) {
    return Duration.between(Instant.EPOCH, worker.time().now());
  }

  private static void pass(OneRun worker, Duration duration) {
    try {
      worker.time().sleep(duration);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

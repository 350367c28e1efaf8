package io.github.feishuhire.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.CamundaClient;
import io.camunda.client.impl.CamundaObjectMapper;
import io.camunda.client.impl.response.ActivatedJobImpl;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.github.feishuhire.api.App;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.Endpoint;
import io.github.feishuhire.api.http.Exchange;
import io.github.feishuhire.api.http.HastyTime;
import io.github.feishuhire.monitoring.JobMetrics;
import io.github.feishuhire.worker.engine.Lease;
import io.github.feishuhire.worker.job.FussyEngine.Command;
import io.github.feishuhire.worker.job.FussyEngine.No;
import io.github.feishuhire.worker.outcome.Outcome;
import io.github.feishuhire.worker.outcome.Reactions;
import io.github.feishuhire.worker.outcome.Texts;
import io.grpc.Status;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What becomes of a job when the engine does not take what is said about it. */
final class RefusedCommandTest {

  private static final String TASK_ID = "f1c2a0f138ec492d99d7ab73594158ad";

  private final FussyEngine engine = new FussyEngine();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final AtomicInteger submissions = new AtomicInteger();

  @BeforeEach
  void listen() {
    log.start();
    root().addAppender(log);
  }

  @AfterEach
  void close() {
    root().detachAppender(log);
    engine.close();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger("io.github.feishuhire");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTTP 401            | camunda.client.auth
          HTTP 403            | camunda.client.auth
          HTTP 405            | PATCH or PUT
          HTTP 413            | too large
          HTTP 400            | log of Camunda
          HTTP 422            | log of Camunda
          UNAUTHENTICATED     | camunda.client.auth
          PERMISSION_DENIED   | camunda.client.auth
          UNIMPLEMENTED       | PATCH or PUT
          INVALID_ARGUMENT    | log of Camunda
          OUT_OF_RANGE        | log of Camunda
          """)
  void withoutAClaimNothingIsSubmittedAndAnIncidentTellsWhereToLook(String status, String hint) {
    engine.refuse(Command.SET_VARIABLES, no(status));

    submit(status);

    assertThat(submissions).hasValue(0);
    assertThat(engine.last(Command.FAIL).path("retries").intValue()).isZero();
    assertThat(engine.last(Command.FAIL).path("errorMessage").textValue())
        .startsWith("Submit Website Delivery: ")
        .contains("(" + status + ")", hint, "Nothing was submitted.")
        .doesNotContain("Zhang San", "\n");
    assertThat(lines(Level.ERROR)).singleElement().asString().contains(status);
    assertThat(refused(status)).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HTTP 413", "HTTP 403", "HTTP 405", "PERMISSION_DENIED", "INVALID_ARGUMENT"})
  void whatFeishuAcceptedIsKeptBeforeTheIncident(String status) {
    engine.refuse(Command.COMPLETE, no(status));

    submit(status);

    assertThat(engine.commands())
        .containsExactly(
            Command.SET_VARIABLES, Command.COMPLETE, Command.SET_VARIABLES, Command.FAIL);
    JsonNode claim = engine.last(Command.SET_VARIABLES).path("feishu_hire_submission");
    assertThat(claim.path("state").textValue()).isEqualTo("accepted");
    assertThat(claim.path("task_id").textValue()).isEqualTo(TASK_ID);
    assertThat(engine.last(Command.FAIL).path("retries").intValue()).isZero();
    assertThat(engine.last(Command.FAIL).path("errorMessage").textValue())
        .contains("(" + status + ")", "Feishu has accepted", "without submitting again");
    assertThat(ended("incident")).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP 403", "PERMISSION_DENIED"})
  void whatCannotEvenBeKeptIsInTheLogAndTheIncidentSaysSo(String status) {
    engine.refuse(Command.COMPLETE, no(status));

    submit(status, () -> engine.refuse(Command.SET_VARIABLES, no(status)));

    assertThat(engine.last(Command.FAIL).path("errorMessage").textValue())
        .contains("could not keep", "\"accepted\"", "log of the worker");
    assertThat(lines(Level.ERROR)).singleElement().asString().contains("task_id " + TASK_ID);
    assertThat(ended("undelivered")).isOne();
    assertThat(ended("incident")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP 403", "PERMISSION_DENIED"})
  void whereNotEvenAnIncidentIsTakenTheLogSaysItOnce(String status) {
    for (Command command : Command.values()) {
      engine.refuse(command, no(status));
    }

    submit(status);

    assertThat(submissions).hasValue(0);
    assertThat(lines(Level.ERROR))
        .singleElement()
        .asString()
        .contains(status, "no incident could be made");
    assertThat(ended("gone")).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP 413", "RESOURCE_EXHAUSTED"})
  void aListThatIsTooLargeIsAnIncident(String status) {
    engine.refuse(
        Command.COMPLETE,
        status.startsWith("HTTP")
            ? no(status)
            : new No.Grpc(
                Status.RESOURCE_EXHAUSTED.withDescription(
                    "gRPC message exceeds maximum size 4194304: 5000000")));

    list(status);

    assertThat(engine.commands()).containsExactly(Command.COMPLETE, Command.FAIL);
    assertThat(engine.last(Command.FAIL).path("errorMessage").textValue())
        .startsWith("List Websites: ")
        .contains("too large", "(" + status + ")", "retry this incident")
        .doesNotContain("submitted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP 500",
        "HTTP 502",
        "HTTP 504",
        "HTTP 408",
        "UNAVAILABLE",
        "DEADLINE_EXCEEDED",
        "RESOURCE_EXHAUSTED",
        "INTERNAL",
        "UNKNOWN",
        "ABORTED"
      })
  void whatIsOnlyNotTakenNowIsSaidAgainAndLoggedOnce(String status) {
    engine.refuseNext(Command.COMPLETE, no(status), no(status), no(status));

    list(status);

    assertThat(engine.commands()).hasSize(4).containsOnly(Command.COMPLETE);
    assertThat(lines(Level.WARN)).singleElement().asString().contains(status, "complete");
    assertThat(ended("completed")).isOne();
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 409, 502, 503})
  void aProxyThatDoesNotFindCamundaIsWaitedFor(int status) {
    engine.refuseNext(Command.COMPLETE, FussyEngine.proxy(status), FussyEngine.proxy(status));

    list("HTTP " + status);

    assertThat(ended("completed")).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP 401", "UNAUTHENTICATED"})
  void aTokenThatHasJustExpiredIsNoRefusal(String status) {
    engine.refuseNext(Command.COMPLETE, no(status), no(status));

    list(status);

    assertThat(ended("completed")).isOne();
    assertThat(engine.commands()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"HTTP 504, HTTP 404", "UNAVAILABLE, NOT_FOUND", "DEADLINE_EXCEEDED, NOT_FOUND"})
  void aCompletionWhoseAnswerWasLostIsNoAlarm(String lost, String gone) {
    engine.refuseNext(Command.COMPLETE, no(lost), no(gone));

    submit(lost, () -> engine.refuse(Command.SET_VARIABLES, no(gone)));

    assertThat(lines(Level.ERROR)).isEmpty();
    assertThat(lines(Level.INFO)).singleElement().asString().contains("task_id " + TASK_ID);
    assertThat(ended("undelivered")).isZero();
    assertThat(ended("gone")).isOne();
  }

  @ParameterizedTest
  @CsvSource({"RESOURCE_EXHAUSTED, NOT_FOUND", "NOT_FOUND, NOT_FOUND", "HTTP 404, HTTP 404"})
  void aSubmissionThatCertainlyDidNotReachTheEngineIsAnAlarm(String first, String gone) {
    engine.refuseNext(Command.COMPLETE, no(first), no(gone));

    submit(first);

    assertThat(lines(Level.ERROR)).singleElement().asString().contains("task_id " + TASK_ID);
    assertThat(ended("undelivered")).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP 404", "HTTP 409", "NOT_FOUND", "FAILED_PRECONDITION"})
  void aJobThatIsGoneWithNoHarmDoneIsNoAlarm(String status) {
    engine.refuse(Command.COMPLETE, no(status));

    list(status);

    assertThat(engine.commands()).containsExactly(Command.COMPLETE);
    assertThat(lines(Level.ERROR)).isEmpty();
    assertThat(lines(Level.WARN)).isEmpty();
    assertThat(lines(Level.INFO)).hasSize(1);
    assertThat(ended("gone")).isOne();
  }

  private static No no(String status) {
    return status.startsWith("HTTP ")
        ? FussyEngine.rest(Integer.parseInt(status.substring(5)))
        : FussyEngine.grpc(status);
  }

  private void submit(String status) {
    submit(status, () -> {});
  }

  /** Runs a submission that Feishu accepts, over what that status is one of. */
  private void submit(String status, Runnable meanwhile) {
    run(
        new Operation<>(
            "Submit Website Delivery",
            "submit",
            List.of(),
            "task_id",
            Endpoint.CREATE_BY_ATTACHMENT,
            Duration.ofMinutes(1),
            1,
            inputs -> "nothing",
            (input, context) -> {
              context.terms().beforeSending().pass();
              submissions.incrementAndGet();
              meanwhile.run();
              return new Outcome.Completed(Map.of("task_id", TASK_ID));
            }),
        status.startsWith("HTTP"));
  }

  private void list(String status) {
    run(
        new Operation<>(
            "List Websites",
            "list",
            List.of(),
            "websites",
            Endpoint.LIST_WEBSITES,
            Duration.ofMinutes(1),
            1,
            inputs -> "nothing",
            (input, context) -> new Outcome.Completed(Map.of("websites", List.of()))),
        status.startsWith("HTTP"));
  }

  private void run(Operation<?> operation, boolean rest) {
    Time time = new HastyTime();
    try (CamundaClient client = engine.client(rest)) {
      var nobody = URI.create("http://127.0.0.1:9");
      var hire =
          new FeishuHire(
              new App(nobody, "cli_a", "secret"), QuotaShare.ALONE, Exchange.create(), time);
      var handler =
          new JobHandler(
              client,
              new Connections(Map.of("default", hire)),
              new Reactions(new Texts(Locale.ENGLISH), () -> 0.5),
              new Shutdown(time),
              time,
              List.of(new JobMetrics(meters)));
      var job =
          ActivatedJob.newBuilder()
              .setKey(1)
              .setElementInstanceKey(2)
              .setProcessInstanceKey(3)
              .setElementId("task")
              .setRetries(3)
              .setVariables("{}")
              .setCustomHeaders("{}")
              .build();
      handler.handle(
          operation,
          new ActivatedJobImpl(new CamundaObjectMapper(), job),
          new Lease(Duration.ofMinutes(1), time));
    }
  }

  private List<String> lines(Level level) {
    return log.list.stream()
        .filter(line -> line.getLevel().equals(level))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  private double refused(String status) {
    return meters
        .get("feishu.hire.engine.commands")
        .tags("result", "refused", "status", status)
        .counter()
        .count();
  }

  private long ended(String outcome) {
    return meters.find("feishu.hire.job").tags("outcome", outcome).timers().stream()
        .mapToLong(Timer::count)
        .sum();
  }
}

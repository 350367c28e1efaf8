package io.github.feishuhire.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.worker.job.FussyEngine.Command;
import io.github.feishuhire.worker.job.FussyEngine.No;
import io.grpc.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a job when the engine does not take what is said about it. */
final class RefusedCommandIT {

  @RegisterExtension final JobLines log = new JobLines();

  private final FussyEngine engine = new FussyEngine();
  private final OneRun run = new OneRun(engine);

  @AfterEach
  void close() {
    engine.close();
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

    assertThat(run.submissions()).isZero();
    assertThat(engine.last(Command.FAIL).path("retries").intValue()).isZero();
    assertThat(engine.last(Command.FAIL).path("errorMessage").textValue())
        .startsWith("Submit Website Delivery: ")
        .contains("(" + status + ")", hint, "Nothing was submitted.")
        .doesNotContain("Zhang San", "\n");
    assertThat(log.at(Level.ERROR)).singleElement().asString().contains(status);
    assertThat(run.refused(status)).isOne();
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
    assertThat(claim.path("task_id").textValue()).isEqualTo(OneRun.TASK_ID);
    assertThat(engine.last(Command.FAIL).path("retries").intValue()).isZero();
    assertThat(engine.last(Command.FAIL).path("errorMessage").textValue())
        .contains("(" + status + ")", "Feishu has accepted", "without submitting again");
    assertThat(run.ended("incident")).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP 403", "PERMISSION_DENIED"})
  void whatCannotEvenBeKeptIsInTheLogAndTheIncidentSaysSo(String status) {
    engine.refuse(Command.COMPLETE, no(status));

    submit(status, () -> engine.refuse(Command.SET_VARIABLES, no(status)));

    assertThat(engine.last(Command.FAIL).path("errorMessage").textValue())
        .contains("could not keep", "\"accepted\"", "log of the worker");
    assertThat(log.at(Level.ERROR))
        .singleElement()
        .asString()
        .contains("task_id " + OneRun.TASK_ID);
    assertThat(run.ended("undelivered")).isOne();
    assertThat(run.ended("incident")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP 403", "PERMISSION_DENIED"})
  void whereNotEvenAnIncidentIsTakenTheLogSaysItOnce(String status) {
    for (Command command : Command.values()) {
      engine.refuse(command, no(status));
    }

    submit(status);

    assertThat(run.submissions()).isZero();
    assertThat(log.at(Level.ERROR))
        .singleElement()
        .asString()
        .contains(status, "no incident could be made");
    assertThat(run.ended("gone")).isOne();
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
    assertThat(log.at(Level.WARN)).singleElement().asString().contains(status, "complete");
    assertThat(run.ended("completed")).isOne();
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 409, 502, 503})
  void aProxyThatDoesNotFindCamundaIsWaitedFor(int status) {
    engine.refuseNext(Command.COMPLETE, FussyEngine.proxy(status), FussyEngine.proxy(status));

    list("HTTP " + status);

    assertThat(run.ended("completed")).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP 401", "UNAUTHENTICATED"})
  void aTokenThatHasJustExpiredIsNoRefusal(String status) {
    engine.refuseNext(Command.COMPLETE, no(status), no(status));

    list(status);

    assertThat(run.ended("completed")).isOne();
    assertThat(engine.commands()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"HTTP 504, HTTP 404", "UNAVAILABLE, NOT_FOUND", "DEADLINE_EXCEEDED, NOT_FOUND"})
  void aCompletionWhoseAnswerWasLostIsNoAlarm(String lost, String gone) {
    engine.refuseNext(Command.COMPLETE, no(lost), no(gone));

    submit(lost, () -> engine.refuse(Command.SET_VARIABLES, no(gone)));

    assertThat(log.at(Level.ERROR)).isEmpty();
    assertThat(log.at(Level.INFO)).singleElement().asString().contains("task_id " + OneRun.TASK_ID);
    assertThat(run.ended("undelivered")).isZero();
    assertThat(run.ended("gone")).isOne();
  }

  @ParameterizedTest
  @CsvSource({"RESOURCE_EXHAUSTED, NOT_FOUND", "NOT_FOUND, NOT_FOUND", "HTTP 404, HTTP 404"})
  void aSubmissionThatCertainlyDidNotReachTheEngineIsAnAlarm(String first, String gone) {
    engine.refuseNext(Command.COMPLETE, no(first), no(gone));

    submit(first);

    assertThat(log.at(Level.ERROR))
        .singleElement()
        .asString()
        .contains("task_id " + OneRun.TASK_ID);
    assertThat(run.ended("undelivered")).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP 404", "HTTP 409", "NOT_FOUND", "FAILED_PRECONDITION"})
  void aJobThatIsGoneWithNoHarmDoneIsNoAlarm(String status) {
    engine.refuse(Command.COMPLETE, no(status));

    list(status);

    assertThat(engine.commands()).containsExactly(Command.COMPLETE);
    assertThat(log.at(Level.ERROR)).isEmpty();
    assertThat(log.at(Level.WARN)).isEmpty();
    assertThat(log.at(Level.INFO)).hasSize(1);
    assertThat(run.ended("gone")).isOne();
  }

  private static No no(String status) {
    return status.startsWith("HTTP ")
        ? FussyEngine.rest(Integer.parseInt(status.substring(5)))
        : FussyEngine.grpc(status);
  }

  private void submit(String status) {
    submit(status, () -> {});
  }

  /** Runs a submission over what the status is one of. */
  private void submit(String status, Runnable meanwhile) {
    run.submit(status.startsWith("HTTP"), "{}", meanwhile);
  }

  private void list(String status) {
    run.list(status.startsWith("HTTP"));
  }
}

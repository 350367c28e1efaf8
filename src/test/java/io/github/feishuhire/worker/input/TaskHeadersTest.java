package io.github.feishuhire.worker.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feishuhire.worker.input.TaskHeaders.AfterCompletion;
import io.github.feishuhire.worker.input.TaskHeaders.AfterUpload;
import io.github.feishuhire.worker.input.TaskHeaders.OnDoubt;
import io.github.feishuhire.worker.input.TaskHeaders.OnDuplicate;
import io.github.feishuhire.worker.input.TaskHeaders.OnRejected;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TaskHeadersTest {

  private static final TaskHeaders DEFAULTS =
      new TaskHeaders(
          "default",
          Duration.ofSeconds(10),
          OnRejected.BPMN_ERROR,
          OnDoubt.INCIDENT,
          OnDuplicate.BPMN_ERROR,
          AfterUpload.KEEP,
          AfterCompletion.KEEP,
          Duration.ofMinutes(5));

  @Test
  void hasADefaultForEachAbsentHeader() {
    assertThat(TaskHeaders.of(Map.of())).isEqualTo(DEFAULTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connection",
        "retryBackoff",
        "onRejected",
        "onDoubt",
        "onDuplicate",
        "afterUpload",
        "afterCompletion",
        "timeout"
      })
  void takesABlankHeaderAsAbsent(String name) {
    assertThat(TaskHeaders.of(Map.of(name, ""))).isEqualTo(DEFAULTS);
    assertThat(TaskHeaders.of(Map.of(name, " \t"))).isEqualTo(DEFAULTS);
  }

  @Test
  void leavesHeadersOfOthersAlone() {
    assertThat(TaskHeaders.of(Map.of("resultVariable", "x", "ONDOUBT", "resubmit")))
        .isEqualTo(DEFAULTS);
  }

  @Test
  void readsEachHeader() {
    TaskHeaders headers =
        TaskHeaders.of(
            Map.of(
                "connection", " lark ",
                "retryBackoff", "PT0.5S",
                "onRejected", "incident",
                "onDoubt", "resubmit",
                "onDuplicate", "complete",
                "afterUpload", "delete-document",
                "afterCompletion", "blank-identification",
                "timeout", "P1DT2H"));

    assertThat(headers)
        .isEqualTo(
            new TaskHeaders(
                "lark",
                Duration.ofMillis(500),
                OnRejected.INCIDENT,
                OnDoubt.RESUBMIT,
                OnDuplicate.COMPLETE,
                AfterUpload.DELETE_DOCUMENT,
                AfterCompletion.BLANK_IDENTIFICATION,
                Duration.ofHours(26)));
  }

  @ParameterizedTest
  @CsvSource({
    "incident, INCIDENT",
    "bpmn-error, BPMN_ERROR",
    "resubmit, RESUBMIT",
    "look-up, LOOK_UP"
  })
  void readsEachAnswerToADoubt(String value, OnDoubt expected) {
    assertThat(TaskHeaders.of(Map.of("onDoubt", value)).onDoubt()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          onRejected   | ignore       | bpmn-error, incident
          onRejected   | BPMN_ERROR   | bpmn-error, incident
          onRejected   | resubmit     | bpmn-error, incident
          onDoubt      | bpmn_error   | incident, bpmn-error, resubmit, look-up
          onDoubt      | Incident     | incident, bpmn-error, resubmit, look-up
          onDuplicate  | incident     | bpmn-error, complete
          afterUpload  | delete       | keep, delete-document
          afterCompletion | blank     | keep, blank-identification
          timeout      | 5            | PT5M (ISO 8601)
          timeout      | PT0S         | PT5M (ISO 8601)
          timeout      | PT-1M        | PT5M (ISO 8601)
          timeout      | P1Y          | PT5M (ISO 8601)
          timeout      | P99999D      | PT5M (ISO 8601)
          timeout      | PT99999999999999999999S | PT5M (ISO 8601)
          retryBackoff | 10s          | PT10S (ISO 8601)
          retryBackoff | =duration("PT1S") | PT10S (ISO 8601)
          """)
  void refusesAnyOtherValueAndSaysWhatIsAllowed(String name, String value, String allowed) {
    InvalidHeaderException refusal =
        catchThrowableOfType(
            InvalidHeaderException.class, () -> TaskHeaders.of(Map.of(name, value)));

    assertThat(refusal.name()).isEqualTo(name);
    assertThat(refusal.allowed()).isEqualTo(allowed);
  }
}

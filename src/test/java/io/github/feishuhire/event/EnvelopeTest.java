package io.github.feishuhire.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvelopeTest {

  @ParameterizedTest
  @CsvSource({
    "1608725989, 2020-12-23T12:19:49Z",
    "1608725989123, 2020-12-23T12:19:49.123Z",
    "1608725989123456, 2020-12-23T12:19:49.123456Z"
  })
  void readsATimeHoweverFineItIs(String digits, Instant time) {
    assertThat(withTime("\"" + digits + "\"").created()).isEqualTo(time);
    assertThat(withTime(digits).created()).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"soon\"", "\"-1608725989000\"", "5", "{}"})
  void isAnEventWithoutATimeThatCanBeRead(String time) {
    Envelope envelope = withTime(time);

    assertThat(envelope.created()).isNull();
    assertThat(envelope.id()).isEqualTo("e1");
  }

  @Test
  void isNotPrintedWithWhatTheEventTells() {
    assertThat(withTime("null").toString()).contains("e1", "t1").doesNotContain("canary");
  }

  private static Envelope withTime(String time) {
    String text =
        """
        {"header": {"event_id": "e1", "event_type": "t1", "create_time": %s, "app_id": "a",
        "token": "canary"}, "event": {"name": "canary"}}
        """
            .formatted(time);
    return Objects.requireNonNull(
        Envelope.of(Objects.requireNonNull(Envelope.object(text.getBytes(UTF_8)))));
  }
}

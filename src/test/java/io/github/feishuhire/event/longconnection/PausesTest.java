package io.github.feishuhire.event.longconnection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class PausesTest {

  private static Duration pause(double random, End end, int failures) {
    return new Pauses(() -> random).after(end, failures, Pace.DEFAULT);
  }

  @Test
  void aLostConnectionComesBackAtAnyMomentWithinTheTimeThatFeishuGives() {
    assertThat(pause(0, End.LOST, 0)).isEqualTo(Duration.ofMillis(500));
    assertThat(pause(0.5, End.LOST, 0)).isEqualTo(Duration.ofSeconds(15));
    assertThat(pause(1, End.SILENT, 0)).isEqualTo(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 500",
    "1, 1, 1000",
    "3, 1, 4000",
    "8, 0, 60000",
    "8, 1, 120000",
    "99, 1, 120000"
  })
  void whatIsNotReachedIsTriedLessAndLess(int failures, double random, long millis) {
    assertThat(pause(random, End.UNREACHABLE, failures)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @EnumSource(names = {"BUSY", "SECRET_REFUSED", "FORBIDDEN", "TOO_MANY", "NOT_UNDERSTOOD"})
  void whatFeishuRefusesIsTriedSlowly(End end) {
    assertThat(pause(0, end, 1)).isEqualTo(Duration.ofMinutes(2));
    assertThat(pause(1, end, 1)).isEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void thePaceIsTheOneThatFeishuSaysAsFarAsItMakesSense() throws Exception {
    var config =
        new JsonMapper()
            .readTree("{\"PingInterval\":7,\"ReconnectNonce\":0,\"ReconnectInterval\":-1}");

    assertThat(Pace.DEFAULT.changed(config))
        .isEqualTo(new Pace(Duration.ofSeconds(7), Duration.ZERO, Duration.ofSeconds(120)));
    assertThat(Pace.DEFAULT.changed(config.path("none"))).isEqualTo(Pace.DEFAULT);
  }

  @Test
  void twoAndAHalfPingsWithoutAFrameAreTooLong() {
    assertThat(Pace.DEFAULT.longestSilence()).isEqualTo(Duration.ofMinutes(5));
  }
}

package io.github.feishuhire.event.longconnection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class PartsTest {

  private final StandingClock clock = new StandingClock();
  private final Parts parts = new Parts(clock);

  /** Moves only when a test moves it. */
  private static final class StandingClock implements Time {

    private Instant now = Instant.EPOCH;

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public Instant wallClock() {
      return now;
    }

    @Override
    public void sleep(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public boolean await(CountDownLatch signal, Duration atMost) {
      throw new UnsupportedOperationException();
    }
  }

  private static ByteString text(String text) {
    return ByteString.copyFromUtf8(text);
  }

  @Test
  void oneOfOneIsWhole() {
    assertThat(parts.add("m", 1, 0, text("all"))).isEqualTo(text("all"));
    assertThat(parts.add("m", 0, 0, text("all"))).isEqualTo(text("all"));
  }

  @Test
  void severalArePutTogetherWhateverTheirOrder() {
    assertThat(parts.add("m", 3, 2, text("!"))).isNull();
    assertThat(parts.add("n", 2, 0, text("other"))).isNull();
    assertThat(parts.add("m", 3, 0, text("Hel"))).isNull();
    assertThat(parts.add("m", 3, 0, text("Hel"))).isNull();

    assertThat(parts.add("m", 3, 1, text("lo"))).isEqualTo(text("Hello!"));
    assertThat(parts.bytes()).isEqualTo("other".length());
  }

  @Test
  void whatStaysIncompleteIsForgotten() {
    assertThat(parts.add("m", 2, 0, text("Hel"))).isNull();
    clock.sleep(Parts.KEPT);

    assertThat(parts.add("m", 2, 1, text("lo"))).isNull();
    assertThat(parts.bytes()).isEqualTo("lo".length());
  }

  @Test
  void theOldestIsForgottenWhenThereIsTooMuch() {
    ByteString much = ByteString.copyFrom(new byte[Parts.MOST_BYTES / 2]);
    assertThat(parts.add("first", 2, 0, much)).isNull();
    assertThat(parts.add("second", 2, 0, much)).isNull();
    assertThat(parts.add("third", 2, 0, text("a"))).isNull();

    assertThat(parts.bytes()).isLessThanOrEqualTo(Parts.MOST_BYTES);
    assertThat(parts.add("first", 2, 1, text("b"))).isNull();
    assertThat(parts.add("third", 2, 1, text("b"))).isEqualTo(text("ab"));
  }

  @Test
  void nonsenseTakesNoRoom() {
    assertThat(parts.add("m", Parts.MOST_PARTS + 1, 0, text("a"))).isNull();
    assertThat(parts.add("m", 2, 2, text("a"))).isNull();
    assertThat(parts.add("m", 2, -1, text("a"))).isNull();
    assertThat(parts.bytes()).isZero();
  }
}

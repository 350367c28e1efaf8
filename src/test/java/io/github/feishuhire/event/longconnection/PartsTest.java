package io.github.feishuhire.event.longconnection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.github.feishuhire.api.http.ManualTime;
import org.junit.jupiter.api.Test;

final class PartsTest {

  private final ManualTime clock = new ManualTime();
  private final Parts parts = new Parts(clock);

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
    clock.advance(Parts.KEPT);

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

package io.github.feishuhire.worker.attachment;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

final class Base64TextTest {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  @Property
  void agreesWithTheDecoderOfTheWhole(@ForAll("texts") String text) throws IOException {
    assertThat(piecewise(text)).isEqualTo(whole(text));
  }

  /** Some good characters, mostly up to the border of a piece or two; then some of any kind. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Integer> good =
        Arbitraries.of(0, Base64Text.PIECE, 2 * Base64Text.PIECE)
            .flatMap(border -> Arbitraries.integers().between(border - 5, border + 5))
            .map(length -> Math.max(0, length));
    Arbitrary<String> some =
        Arbitraries.oneOf(
            Arbitraries.strings().withChars(ALPHABET + "=").ofMaxLength(6),
            Arbitraries.strings().withChars("A=").ofMaxLength(6),
            Arbitraries.strings().withChars("A= \n-_\u0141简\uD83D\uDE00").ofMaxLength(6));
    Arbitrary<String> rest = Arbitraries.strings().withChars(ALPHABET).ofMaxLength(8);
    Arbitrary<String> end = Arbitraries.of("", "", "=", "==", "===");
    return Combinators.combine(good, some, rest, end)
        .as((count, any, more, padding) -> "Q".repeat(count) + any + more + padding);
  }

  @Property(tries = 100)
  void givesBackWhatWasEncoded(@ForAll byte[] bytes, @ForAll boolean padded) throws IOException {
    byte[] many = Arrays.copyOf(bytes, bytes.length + 3 * Base64Text.PIECE);
    Base64.Encoder encoder = Base64.getEncoder();
    String text = (padded ? encoder : encoder.withoutPadding()).encodeToString(many);

    assertThat(piecewise(text)).isEqualTo(many);
  }

  @Example
  void knowsItsBeginning() {
    byte[] bytes = "%PDF-1.7".repeat(10_000).getBytes(US_ASCII);
    var text = new Base64Text(Base64.getEncoder().encodeToString(bytes));

    assertThat(text.head(1024)).isEqualTo(Arrays.copyOf(bytes, 1024));
    assertThat(new Base64Text("JVBERg==").head(1024)).hasSize(4);
    assertThat(new Base64Text("").head(1024)).isEmpty();
  }

  private static byte @Nullable [] whole(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static byte @Nullable [] piecewise(String text) throws IOException {
    Base64Text base64;
    try {
      base64 = new Base64Text(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
    try (InputStream first = base64.open();
        InputStream again = base64.open()) {
      byte[] bytes = first.readAllBytes();
      assertThat(bytes).hasSize(base64.size()).isEqualTo(again.readAllBytes());
      return bytes;
    }
  }
}

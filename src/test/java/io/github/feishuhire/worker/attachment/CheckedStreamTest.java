package io.github.feishuhire.worker.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckedStreamTest {

  private static final byte[] CONTENT = "%PDF-1.7".getBytes(UTF_8);
  private static final String HASH =
      "7a3e5ab3c1a27e0a3c3a3e0e8e2fd1c1b5a4ff7ac8b1fd9a3d3b9b5f5c2d1e0f";

  @Test
  void passesEveryByteOn() throws IOException {
    CheckedStream stream = stream(CONTENT.length, null);

    assertThat(stream.readAllBytes()).isEqualTo(CONTENT);
    assertThat(stream.problem()).isNull();
  }

  @Test
  void passesSingleBytesOn() throws IOException {
    CheckedStream stream = stream(-1, null);

    assertThat(stream.read()).isEqualTo('%');
    assertThat(stream.readAllBytes()).hasSize(CONTENT.length - 1);
    assertThat(stream.read()).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 9, 1000})
  void failsWhenItIsShorterOrLongerThanAnnounced(long size) {
    CheckedStream stream = stream(size, null);

    assertThatThrownBy(stream::readAllBytes).isInstanceOf(IOException.class);
    assertThat(stream.problem()).isEqualTo(Problem.RESUME_CHANGED);
  }

  @Test
  void failsBeforeItsEndWhenTheHashDiffers() {
    CheckedStream stream = stream(CONTENT.length, HASH);

    assertThatThrownBy(stream::readAllBytes).isInstanceOf(IOException.class);
    assertThat(stream.problem()).isEqualTo(Problem.RESUME_CHANGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8a9b", "no hash at all", "sha512-abc"})
  void doesNotJudgeByAHashOfAnotherKind(String hash) throws IOException {
    assertThat(stream(CONTENT.length, hash).readAllBytes()).isEqualTo(CONTENT);
  }

  @Test
  void takesThreeHundredMegabytesOfAnUnknownSize() throws IOException {
    CheckedStream stream = new CheckedStream(new Zeros(CheckedStream.LARGEST), -1, null);

    assertThat(stream.transferTo(OutputStream.nullOutputStream())).isEqualTo(CheckedStream.LARGEST);
  }

  @Test
  void failsAtTheFirstByteBeyond() {
    CheckedStream stream = new CheckedStream(new Zeros(CheckedStream.LARGEST + 1), -1, null);

    assertThatThrownBy(() -> stream.transferTo(OutputStream.nullOutputStream()))
        .isInstanceOf(IOException.class);
    assertThat(stream.problem()).isEqualTo(Problem.RESUME_TOO_LARGE);
  }

  @Test
  void aFaultOfTheSourceIsNoneOfTheFile() {
    PipedInputStream broken = new PipedInputStream(); // with nothing at its other end
    CheckedStream stream = new CheckedStream(broken, 100, null);

    assertThatThrownBy(stream::readAllBytes).isInstanceOf(IOException.class);
    assertThat(stream.problem()).isNull();
  }

  private static CheckedStream stream(long size, @Nullable String hash) {
    return new CheckedStream(new ByteArrayInputStream(CONTENT), size, hash);
  }

  private static final class Zeros extends InputStream {

    private long left;

    Zeros(long size) {
      left = size;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      int read = (int) Math.min(left, length);
      left -= read;
      return read == 0 ? -1 : read;
    }
  }
}

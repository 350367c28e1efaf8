package io.github.feishuhire.worker.attachment;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileKindTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "255044462d312e37", // PDF
        "efbbbf000a255044462d312e37", // PDF after some dirt
        "d0cf11e0a1b11ae100", // Word, PowerPoint
        "504b030414000600", // the same since 2007
        "89504e470d0a1a0a0000", // PNG
        "ffd8ffe000104a464946", // JPEG
      })
  void knowsTheDocumentedKinds(String head) {
    assertThat(FileKind.isDocumented(HexFormat.of().parseHex(head))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"张伟\n工程师\t北京\r\n", "Résumé", "x"})
  void knowsTextOfAnyEncoding(String text) {
    assertThat(FileKind.isDocumented(text.getBytes(UTF_8))).isTrue();
    assertThat(FileKind.isDocumented(text.getBytes(Charset.forName("GB18030")))).isTrue();
    assertThat(FileKind.isDocumented(("\ufeff" + text).getBytes(UTF_16LE))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "526172211a0700", // RAR
        "377abcaf271c0004", // 7z
        "4d5a90000300", // a Windows program
        "7f454c460201", // a Linux program
        "1f8b080000", // gzip
        "000000206674797068656963", // HEIC
        "00",
      })
  void doesNotKnowAnother(String head) {
    assertThat(FileKind.isDocumented(HexFormat.of().parseHex(head))).isFalse();
  }

  @Test
  void looksNoFurtherThanThereAreBytes() {
    assertThat(FileKind.isDocumented(new byte[] {(byte) 0x89, 'P', 0})).isFalse();
  }
}

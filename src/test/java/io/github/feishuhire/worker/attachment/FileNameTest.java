package io.github.feishuhire.worker.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resume.pdf",
        "简历.pdf",
        "张三 (最新) v2.docx",
        "👩.pdf",
        "O'Neill \"CV\".pdf",
        "a%2Fb;c=d.pdf"
      })
  void keepsNamesOfAnyScript(String name) {
    assertThat(FileName.safe(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ../../etc/passwd,     .._.._etc_passwd
          C:\\Users\\a\\cv.pdf, C:_Users_a_cv.pdf
          /cv.pdf,              _cv.pdf
          """)
  void holdsNoPath(String name, String safe) {
    assertThat(FileName.safe(name)).isEqualTo(safe);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00, 0x09, 0x0A, 0x0D, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0x200B, 0x202E, 0x2028, 0x2029, 0xFEFF
      })
  void holdsNothingThatCannotBeSeenOrBreaksALine(int codePoint) {
    String name = "cv" + Character.toString(codePoint) + "fdp.exe";

    assertThat(FileName.safe(name)).isEqualTo("cv_fdp.exe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "....", "\r\n", "///", "./..", "_ _"})
  void callsAResumeWhatHasNoName(String name) {
    assertThat(FileName.safe(name)).isEqualTo("resume");
  }

  @Test
  void trimsSurroundingSpace() {
    assertThat(FileName.safe("  cv.pdf ")).isEqualTo("cv.pdf");
  }

  @Test
  void shortensALongNameAndKeepsItsExtension() {
    assertThat(FileName.safe("a".repeat(300) + ".pdf")).isEqualTo("a".repeat(196) + ".pdf");
    assertThat(FileName.safe("a".repeat(196) + ".pdf")).isEqualTo("a".repeat(196) + ".pdf");
  }

  @Test
  void shortensALongNameWithoutExtension() {
    assertThat(FileName.safe("a".repeat(300))).isEqualTo("a".repeat(200));
    assertThat(FileName.safe("a." + "b".repeat(300))).isEqualTo("a." + "b".repeat(198));
  }

  @Test
  void neverCutsACharacterInHalf() {
    assertThat(FileName.safe("👩".repeat(300) + ".pdf")).isEqualTo("👩".repeat(196) + ".pdf");
  }
}

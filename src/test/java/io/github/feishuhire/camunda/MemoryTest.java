package io.github.feishuhire.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MemoryTest {

  private static final long GIGABYTE = 1024L * 1024 * 1024;

  @Test
  void isWhatLinuxCallsAvailable(@TempDir Path folder) throws IOException {
    Path told = folder.resolve("meminfo");
    Files.writeString(
        told,
        """
        MemTotal:       16000000 kB
        MemFree:          300000 kB
        MemAvailable:    4096000 kB
        """);

    assertThat(Memory.available(told, 16 * GIGABYTE)).isEqualTo(new Memory(4000));
  }

  @Test
  void isNoMoreThanAContainerMayHave(@TempDir Path folder) throws IOException {
    Path told = folder.resolve("meminfo");
    Files.writeString(told, "MemAvailable:    4096000 kB\n");

    assertThat(Memory.available(told, GIGABYTE)).isEqualTo(new Memory(1024));
  }

  @Test
  void isAllThereIsWhereNobodyTells(@TempDir Path folder) {
    assertThat(Memory.available(folder.resolve("none"), 8 * GIGABYTE)).isEqualTo(new Memory(8192));
  }

  @ParameterizedTest
  @EnumSource
  void isRefusedInOneLineWhenThereIsTooLittle(Language language) {
    var words = new Words(language, Words.in(language, RealCamunda.BUNDLE));

    assertThatThrownBy(() -> new Memory(1200).mustBe(new Memory(2500)))
        .isInstanceOfSatisfying(
            NotStarted.class,
            refused ->
                assertThat(refused.say(words))
                    .contains("1200 MB", "2500 MB")
                    .doesNotContain("\n", "%"));
  }

  @Test
  void isEnoughWhenItIsAsMuchAsNeeded() {
    assertThatCode(() -> new Memory(2500).mustBe(new Memory(2500))).doesNotThrowAnyException();
  }
}

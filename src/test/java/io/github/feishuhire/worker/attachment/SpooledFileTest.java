package io.github.feishuhire.worker.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feishuhire.worker.outcome.SourceTrouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class SpooledFileTest {

  private static final byte[] CONTENT = "%PDF-1.7 简历".repeat(10_000).getBytes(UTF_8);

  @TempDir private Path folder;

  @Test
  void givesTheWholeAsOftenAsItIsWanted() throws IOException {
    try (SpooledFile file = SpooledFile.in(folder)) {
      file.fill(new ByteArrayInputStream(CONTENT));

      assertThat(file.size()).isEqualTo(CONTENT.length);
      try (InputStream begun = file.open()) {
        assertThat(begun.readNBytes(10)).hasSize(10);
      }
      for (int i = 0; i < 2; i++) {
        try (InputStream content = file.open()) {
          assertThat(content).hasBinaryContent(CONTENT);
        }
      }
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void hasNoNameAndIsForNobodyElse() throws IOException {
    try (SpooledFile file = SpooledFile.in(folder)) {
      file.fill(new ByteArrayInputStream(CONTENT));

      assertThat(folder).isEmptyDirectory();
      assertThat(open())
          .singleElement()
          .satisfies(
              descriptor ->
                  assertThat(
                          PosixFilePermissions.toString(Files.getPosixFilePermissions(descriptor)))
                      .isEqualTo("rw-------"));
    }
    assertThat(open()).isEmpty();
  }

  /** What this process has open of the folder. */
  private List<Path> open() throws IOException {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.filter(this::isInFolder).toList();
    }
  }

  private boolean isInFolder(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).startsWith(folder.toRealPath());
    } catch (IOException e) {
      return false; // closed meanwhile
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsTroubleOfTheWorkers() throws IOException {
    var full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
    try (SpooledFile file = new SpooledFile(full)) {
      SourceException failure =
          catchThrowableOfType(
              SourceException.class, () -> file.fill(new ByteArrayInputStream(CONTENT)));

      assertThat(failure.trouble()).isEqualTo(SourceTrouble.NO_ROOM);
    }
  }

  @Test
  void aFolderThatIsNotThereIsTroubleOfTheWorkers() {
    SourceException failure =
        catchThrowableOfType(
            SourceException.class, () -> SpooledFile.in(folder.resolve("nowhere")).close());

    assertThat(failure.trouble()).isEqualTo(SourceTrouble.NO_ROOM);
  }

  @Test
  void aSourceThatCannotBeReadIsNoTroubleOfTheWorkers() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();
    try (SpooledFile file = SpooledFile.in(folder)) {
      assertThatThrownBy(() -> file.fill(closed)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aWorkerThatIsToldToStopIsNoTroubleOfTheDisk() {
    try (SpooledFile file = SpooledFile.in(folder)) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> file.fill(new ByteArrayInputStream(CONTENT)))
          .isInstanceOf(IOException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}

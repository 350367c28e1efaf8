package io.github.feishuhire.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that are written from something else, and whether they were fresh. */
final class Generated {

  private final boolean onlyChecks;
  private final List<Path> stale = new ArrayList<>();

  /**
   * @param onlyChecks whether what is stale is left as it is
   */
  Generated(boolean onlyChecks) {
    this.onlyChecks = onlyChecks;
  }

  void put(Path file, String text) throws IOException {
    if (Files.exists(file) && Files.readString(file).equals(text)) {
      return;
    }
    stale.add(file);
    if (!onlyChecks) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    }
  }

  /** Those that were not as they should be. */
  List<Path> stale() {
    return List.copyOf(stale);
  }
}

package io.github.feishuhire.camunda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The folder that all of it lives in, new at each start and one program's alone. */
final class Home implements AutoCloseable {

  private final Path folder;
  private final FileChannel file;

  private Home(Path folder, FileChannel file) {
    this.folder = folder;
    this.file = file;
  }

  /**
   * @throws NotStarted when another program uses it
   */
  static Home in(Path folder) throws IOException, NotStarted {
    Files.createDirectories(folder);
    FileChannel file =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(file) == null) {
      file.close();
      throw new NotStarted("running");
    }
    Home home = new Home(folder.toAbsolutePath(), file);
    FileSystemUtils.deleteRecursively(home.data());
    for (Path own : new Path[] {home.data(), home.temporary(), home.logs()}) {
      Files.createDirectories(own);
    }
    return home;
  }

  /** It is let go when the program ends, however that comes about. */
  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException ownedHere) {
      return null;
    }
  }

  Path folder() {
    return folder;
  }

  Path data() {
    return folder.resolve("data");
  }

  Path temporary() {
    return data().resolve("tmp");
  }

  Path logs() {
    return folder.resolve("logs");
  }

  /** A file of ours, as a file of this folder. */
  Path copy(String resource, Path to) throws IOException {
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    try (InputStream content = Objects.requireNonNull(Home.class.getResourceAsStream(resource))) {
      Files.copy(content, to);
    }
    return to;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

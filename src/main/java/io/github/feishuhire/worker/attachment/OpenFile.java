package io.github.feishuhire.worker.attachment;

import io.github.feishuhire.api.attachment.ResumeFile;
import io.github.feishuhire.download.Download;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import io.github.feishuhire.worker.outcome.SourceTrouble;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A resume of which the first bytes are here, so that much is known before anything is sent. */
final class OpenFile implements AutoCloseable {

  private final long size;
  private final @Nullable String hash;
  private final SourceTrouble trouble;
  private final Supplier<Download> again;
  private final byte[] head;
  private CheckedStream latest;
  private boolean isFirstTaken;
  private @Nullable SpooledFile spooled;

  /**
   * Reads the first bytes.
   *
   * @param size -1 when unknown
   * @param trouble what it is when they do not come
   * @param again opens the file anew
   * @throws InvalidInputException when the file is empty or too large
   * @throws SourceException when its first bytes do not come
   */
  OpenFile(
      Download download,
      long size,
      @Nullable String hash,
      SourceTrouble trouble,
      Supplier<Download> again) {
    checkSize(size);
    this.size = size;
    this.hash = hash;
    this.trouble = trouble;
    this.again = again;
    InputStream stream = new BufferedInputStream(download.stream(), FileKind.HEAD);
    this.head = head(stream, trouble);
    this.latest = new CheckedStream(stream, size, hash);
    if (head.length == 0) {
      throw refused(Problem.RESUME_EMPTY);
    }
  }

  static void checkSize(long size) {
    if (size == 0) {
      throw refused(Problem.RESUME_EMPTY);
    }
    if (size > CheckedStream.LARGEST) {
      throw refused(Problem.RESUME_TOO_LARGE);
    }
  }

  @SuppressWarnings("UnusedException") // that they did not come is all there is to know
  private static byte[] head(InputStream stream, SourceTrouble trouble) {
    try {
      stream.mark(FileKind.HEAD);
      byte[] head = stream.readNBytes(FileKind.HEAD);
      stream.reset();
      return head;
    } catch (IOException e) {
      throw new SourceException(trouble);
    }
  }

  byte[] head() {
    return head;
  }

  /**
   * The file as it is sent. Where nobody says its size, it is read to its end first.
   *
   * @param folder where such a file is kept until this is closed
   * @throws InvalidInputException when it turns out to be too large or another one
   * @throws SourceException when it does not come, or cannot be kept
   */
  ResumeFile resume(String name, @Nullable String contentType, Path folder) {
    if (size >= 0) {
      return new ResumeFile(name, contentType, size, this::content);
    }
    SpooledFile file = SpooledFile.in(folder);
    spooled = file;
    return new ResumeFile(name, contentType, filled(file), file::open);
  }

  @SuppressWarnings("UnusedException") // what there is to know, blame() and the trouble say
  private long filled(SpooledFile file) {
    try (CheckedStream stream = latest) {
      file.fill(stream);
      return file.size();
    } catch (IOException e) {
      blame();
      throw new SourceException(trouble);
    }
  }

  /** Keeps nothing any longer. */
  @Override
  public void close() {
    if (spooled != null) {
      spooled.close();
    }
  }

  /** The stream that is open already; should it be wanted once more, another one. */
  private InputStream content() throws IOException {
    if (isFirstTaken) {
      try {
        latest = new CheckedStream(again.get().stream(), size, hash);
      } catch (InvalidInputException | SourceException e) {
        throw new IOException(e); // the next try of the job finds it first and says it better
      }
    }
    isFirstTaken = true;
    return latest;
  }

  /**
   * After something that failed.
   *
   * @throws InvalidInputException when the file itself was the cause
   */
  void blame() {
    Problem problem = latest.problem();
    if (problem != null) {
      throw refused(problem);
    }
  }

  private static InvalidInputException refused(Problem problem) {
    return new InvalidInputException(Resume.VARIABLE, problem);
  }
}

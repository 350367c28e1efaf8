package io.github.feishuhire.worker.attachment;

import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A resume while it is sent. What is wrong with it as a whole makes reading fail before its end is
 * reached, so that whoever receives it never gets it as if it were complete.
 */
final class CheckedStream extends FilterInputStream {

  static final long LARGEST = 300L * 1024 * 1024;

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

  private final long size;
  private final @Nullable String hash;
  private final MessageDigest digest = sha256();
  private long count;
  private @Nullable Problem problem;

  /**
   * Expects this file.
   *
   * @param size -1 when unknown
   * @param hash checked when it is a SHA-256 in hexadecimal, which is what Camunda makes
   */
  CheckedStream(InputStream stream, long size, @Nullable String hash) {
    super(stream);
    this.size = size;
    this.hash = hash != null && SHA_256.matcher(hash).matches() ? hash : null;
  }

  /** Why reading failed; null when the fault is not the file's. */
  @Nullable Problem problem() {
    return problem;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    if (read < 0) {
      checkEnd();
      return read;
    }
    count += read;
    if (count > LARGEST) {
      throw fail(Problem.RESUME_TOO_LARGE);
    }
    if (size >= 0 && count > size) {
      throw fail(Problem.RESUME_CHANGED);
    }
    if (hash != null) {
      digest.update(bytes, offset, read);
    }
    return read;
  }

  private void checkEnd() throws IOException {
    if (size >= 0 && count < size) {
      throw fail(Problem.RESUME_CHANGED);
    }
    if (hash != null && !HexFormat.of().formatHex(digest.digest()).equalsIgnoreCase(hash)) {
      throw fail(Problem.RESUME_CHANGED);
    }
  }

  private IOException fail(Problem what) {
    problem = what;
    return new IOException(what.name());
  }

  @Override
  public long skip(long bytes) {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}

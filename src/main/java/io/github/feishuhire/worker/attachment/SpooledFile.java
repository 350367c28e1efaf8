package io.github.feishuhire.worker.attachment;

import io.github.feishuhire.worker.outcome.SourceTrouble;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A resume of which nobody says how large it is, kept until it is sent: Feishu is told the size
 * before the first byte. Only the worker's user may read the file, and where the system allows it,
 * it has no name any more before anything is in it; so none is left behind, however the worker
 * ends.
 */
final class SpooledFile implements AutoCloseable {

  private static final int BLOCK = 16 * 1024;

  private final FileChannel channel;

  /** Keeps it in this file. */
  SpooledFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Makes an empty one.
   *
   * @throws SourceException when there can be none
   */
  @SuppressWarnings("UnusedException") // the text says where to look
  static SpooledFile in(Path folder) {
    try {
      return new SpooledFile(nameless(Files.createTempFile(folder, "resume", null)));
    } catch (IOException e) {
      throw new SourceException(SourceTrouble.NO_ROOM);
    }
  }

  private static FileChannel nameless(Path file) throws IOException {
    try {
      return FileChannel.open(
          file,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE); // where it can, Java deletes the name at once
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /**
   * Takes all there is.
   *
   * @throws IOException when it cannot be read
   * @throws SourceException when it cannot be kept
   */
  void fill(InputStream source) throws IOException {
    byte[] block = new byte[BLOCK];
    for (int read = source.read(block); read >= 0; read = source.read(block)) {
      keep(ByteBuffer.wrap(block, 0, read));
    }
  }

  @SuppressWarnings("UnusedException") // the text says where to look
  private void keep(ByteBuffer bytes) throws ClosedByInterruptException {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      throw new SourceException(SourceTrouble.NO_ROOM);
    }
  }

  /** In bytes. */
  long size() throws IOException {
    return channel.size();
  }

  /** From the first byte on; one at a time. */
  InputStream open() throws IOException {
    channel.position(0);
    return new FilterInputStream(Channels.newInputStream(channel)) {
      @Override
      public void close() {} // it may be wanted once more
    };
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) { // nothing is left to be lost
    }
  }
}

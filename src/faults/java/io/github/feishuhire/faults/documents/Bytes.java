package io.github.feishuhire.faults.documents;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;

/** A file of any size that is nowhere: the same bytes each time it is read. */
final class Bytes extends InputStream {

  private static final byte[] BEGINNING = {'%', 'P', 'D', 'F', '-'};

  private final byte[] block = new byte[64 * 1024];
  private final long size;
  private long position;

  Bytes(long size) {
    this.size = size;
    new Random(size).nextBytes(block);
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    if (position == size) {
      return -1;
    }
    int read = (int) Math.min(length, size - position);
    for (int i = 0; i < read; i++, position++) {
      // No two blocks are the same, so that none can be lost or come twice unseen.
      bytes[offset + i] =
          position < BEGINNING.length
              ? BEGINNING[(int) position]
              : (byte) (block[(int) (position % block.length)] + position / block.length);
    }
    return read;
  }

  static String sha256(long size) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (var in = new DigestInputStream(new Bytes(size), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}

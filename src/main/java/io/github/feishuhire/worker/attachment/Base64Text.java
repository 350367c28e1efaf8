package io.github.feishuhire.worker.attachment;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;

/**
 * Bytes that stay the Base64 text they are: a little at a time is decoded, and again each time they
 * are wanted.
 */
final class Base64Text {

  /** In characters; a multiple of four, so that each piece can be decoded by itself. */
  static final int PIECE = 8 * 1024;

  private static final int FULL = PIECE / 4 * 3;

  private final String text;
  private final int size;

  /**
   * Takes what {@link Base64.Decoder#decode(String)} of the basic decoder takes.
   *
   * @throws IllegalArgumentException whose text quotes the bytes, when this is no Base64
   */
  Base64Text(String text) {
    this.text = text;
    int count = 0;
    for (int at = 0; at < text.length(); at += PIECE) {
      count += decoded(at).length;
    }
    size = count;
  }

  /** In bytes. */
  int size() {
    return size;
  }

  /** The first bytes, of which there may be fewer than wanted. */
  byte[] head(int wanted) {
    byte[] first = decoded(0);
    return Arrays.copyOf(first, Math.min(first.length, wanted));
  }

  /** All of them. */
  InputStream open() {
    return new SequenceInputStream(
        Collections.enumeration(
            new AbstractList<InputStream>() {
              @Override
              public InputStream get(int index) {
                return new ByteArrayInputStream(decoded(index * PIECE));
              }

              @Override
              public int size() {
                return Math.ceilDiv(text.length(), PIECE);
              }
            }));
  }

  private byte[] decoded(int at) {
    int end = Math.min(at + PIECE, text.length());
    byte[] bytes = Base64.getDecoder().decode(text.substring(at, end));
    if (end < text.length() && bytes.length < FULL) {
      throw new IllegalArgumentException("padding before the end");
    }
    return bytes;
  }
}

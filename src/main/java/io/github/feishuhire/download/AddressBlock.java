package io.github.feishuhire.download;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The addresses that begin with the same bits. */
final class AddressBlock {

  private final byte[] prefix;
  private final int bits;

  private AddressBlock(byte[] prefix, int bits) {
    this.prefix = prefix;
    this.bits = bits;
  }

  /** Reads {@code 10.0.0.0/8}; only ever given literals, which nobody is asked to resolve. */
  static AddressBlock of(String text) {
    int slash = text.indexOf('/');
    try {
      return new AddressBlock(
          InetAddress.getByName(text.substring(0, slash)).getAddress(),
          Integer.parseInt(text.substring(slash + 1)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** An address of the other version is in no block. */
  boolean contains(byte[] address) {
    if (address.length != prefix.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % 8;
      if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}

package io.github.feishuhire.sandbox.http;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * New IDs in the two shapes Feishu uses. Neighbours differ by one, so that an ID which went through
 * a double becomes another one and is noticed.
 */
public final class Ids {

  private final AtomicLong last = new AtomicLong(7_300_000_000_000_000_000L);

  /** Nineteen decimal digits. */
  public String decimal() {
    return Long.toString(last.incrementAndGet());
  }

  /** Thirty-two hexadecimal digits, as task IDs have. */
  public String hexadecimal() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}

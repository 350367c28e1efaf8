package io.github.feishuhire.sandbox.gateway;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** Log IDs look like a time and some hexadecimal digits. */
final class LogId {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private LogId() {}

  static String next(Instant now) {
    String random = UUID.randomUUID().toString().replace("-", "");
    return TIME.format(now) + random.substring(0, 20).toUpperCase(Locale.ROOT);
  }
}

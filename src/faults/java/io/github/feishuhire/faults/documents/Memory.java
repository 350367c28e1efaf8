package io.github.feishuhire.faults.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process has taken, and what the manifest lets it take; in bytes. */
final class Memory {

  private static final Path MANIFEST = Path.of("packaging", "kubernetes.yaml");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");
  private static final Pattern LIMIT = Pattern.compile("limits:\\s*memory: (\\d+)Mi");

  private Memory() {}

  /** The most that was ever resident. */
  static long peak(long pid) {
    return number(PEAK, Path.of("/proc", String.valueOf(pid), "status")) * 1024;
  }

  static long limit() {
    return number(LIMIT, MANIFEST) * 1024 * 1024;
  }

  private static long number(Pattern pattern, Path file) {
    try {
      Matcher found = pattern.matcher(Files.readString(file));
      if (!found.find()) {
        throw new IllegalStateException(file + " does not say " + pattern);
      }
      return Long.parseLong(found.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

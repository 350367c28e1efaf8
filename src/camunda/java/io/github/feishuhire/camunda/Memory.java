package io.github.feishuhire.camunda;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What programs can still have.
 *
 * @param megabytes without swapping
 */
record Memory(long megabytes) {

  /** What all parts together were seen to take, and a little more. */
  static final Memory NEEDED = new Memory(2500);

  private static final long MEGABYTE = 1024 * 1024;

  /** That of this machine, or of the container that this runs in. */
  static Memory available() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return available(Path.of("/proc/meminfo"), system.getTotalMemorySize());
  }

  /**
   * Where the system does not tell what is available, nothing else is taken to run.
   *
   * @param told what Linux tells of its memory; may be missing
   * @param total in bytes
   */
  static Memory available(Path told, long total) {
    long limit = total / MEGABYTE;
    try (Stream<String> lines = Files.lines(told)) {
      return new Memory(
          lines
              .filter(line -> line.startsWith("MemAvailable:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
              .map(available -> Math.min(available, limit))
              .findFirst()
              .orElse(limit));
    } catch (IOException notLinux) {
      return new Memory(limit);
    }
  }

  /**
   * @throws NotStarted when this is less
   */
  void mustBe(Memory needed) throws NotStarted {
    if (megabytes < needed.megabytes) {
      throw new NotStarted("memory", needed.megabytes, megabytes);
    }
  }
}

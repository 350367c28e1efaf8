package io.github.feishuhire.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the DNS of a cluster says of the copies of a worker, for copies on one machine. Each has a
 * file of its own ({@code jdk.net.hosts.file}), in which it is this machine and the others are
 * elsewhere; Java keeps what it has read for 30 s, as it does with answers of a DNS.
 */
final class HostsFiles {

  static final String NAME = "copies.example";

  private final List<Path> files;

  HostsFiles(Path folder, int copies) {
    files =
        IntStream.range(0, copies).mapToObj(number -> folder.resolve("hosts-" + number)).toList();
  }

  Path of(int copy) {
    return files.get(copy);
  }

  /** Takes hold when those who have read it before read it again. */
  void announce(int copies) {
    Stream<String> own = Stream.of("127.0.0.1 localhost", "127.0.0.1 " + NAME);
    // Addresses for documentation (TEST-NET-2 of RFC 5737), which no machine has.
    Stream<String> others =
        IntStream.range(1, copies).mapToObj(number -> "198.51.100." + number + " " + NAME);
    List<String> lines = Stream.concat(own, others).toList();
    files.forEach(file -> replace(file, lines));
  }

  private static void replace(Path file, List<String> lines) {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.write(next, lines);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

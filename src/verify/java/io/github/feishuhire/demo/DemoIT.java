package io.github.feishuhire.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.testbed.process.ChildProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoIT {

  private static final int PATIENCE_SECONDS = 240;

  @Test
  void takesOtherPortsAndItsOwnTemporaryFolder(@TempDir Path folder) throws IOException {
    Path output = folder.resolve("output");
    try (ServerSocket engine = taken(26500);
        ServerSocket page = taken(8080)) {
      assertThat(List.of(engine, page)).allMatch(ServerSocket::isBound);
      ChildProcess demo =
          ChildProcess.java(
              arguments("-Djava.io.tmpdir=" + folder.resolve("none"), "--exit"), Map.of(), output);

      assertThat(demo.awaitStatus(PATIENCE_SECONDS)).as(Files.readString(output)).isZero();
    }
    assertThat(Files.readString(output))
        .containsPattern("browser: http://localhost:80(8[1-9]|9\\d|[12]\\d)\\b")
        .containsPattern("Self-Managed, http://localhost:265(0[1-9]|[1-4]\\d),")
        .contains("10 of 10 candidates ended as expected");
  }

  @Test
  void saysInOneLineWhyItCannotStart(@TempDir Path folder) throws IOException {
    Path output = folder.resolve("output");
    try (ServerSocket page = new ServerSocket(0)) {
      ChildProcess demo =
          ChildProcess.java(
              arguments("", "--exit", "--server.port=" + page.getLocalPort()), Map.of(), output);

      assertThat(demo.awaitStatus(PATIENCE_SECONDS)).isEqualTo(1);
    }
    assertThat(Files.readString(output).lines().filter(line -> line.contains("could not start")))
        .hasSize(1);
    assertThat(Files.readString(output)).doesNotContain("\tat ", "APPLICATION FAILED TO START");
  }

  private static List<String> arguments(String option, String... arguments) {
    List<String> all = new ArrayList<>();
    if (!option.isEmpty()) {
      all.add(option);
    }
    all.addAll(List.of("-cp", System.getProperty("java.class.path"), Demo.class.getName()));
    all.addAll(List.of(arguments));
    return all;
  }

  /** By this test, or by whoever is there already. */
  private static ServerSocket taken(int port) throws IOException {
    try {
      return new ServerSocket(port);
    } catch (IOException already) {
      return new ServerSocket(0);
    }
  }
}

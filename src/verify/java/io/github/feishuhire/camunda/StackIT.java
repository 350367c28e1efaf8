package io.github.feishuhire.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.github.feishuhire.testbed.process.ChildProcess;
import io.github.feishuhire.testbed.process.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be seen of it without Camunda: small programs stand in for the parts. */
final class StackIT {

  private static final String CLASS_PATH = System.getProperty("java.class.path");

  /**
   * A part that answers at a port until its leash ends it, or is killed with whoever started it.
   */
  static final class Answering {

    public static void main(String[] args) throws IOException {
      HttpServer server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])),
              0);
      server.createContext(
          "/",
          exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
    }
  }

  /** Starts a part, and waits to be killed. */
  static final class Starting {

    public static void main(String[] args) throws Exception {
      try (Home home = Home.in(Path.of(args[0]))) {
        new Stack(home, System.out::println).start(answering(Integer.parseInt(args[1])));
        Thread.currentThread().join();
      }
    }
  }

  private static Part answering(int port) {
    return new Part(
        "Answering",
        List.of("-cp", CLASS_PATH, Answering.class.getName(), Integer.toString(port)),
        Map.of(),
        URI.create("http://127.0.0.1:" + port));
  }

  private static boolean answers(int port) {
    try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return !free.isBound();
    } catch (IOException taken) {
      return true;
    }
  }

  @Test
  void partsEndWithTheStack(@TempDir Path folder) throws Exception {
    int port = FreePort.find();
    List<String> up = new ArrayList<>();
    try (Home home = Home.in(folder);
        Stack stack = new Stack(home, up::add)) {
      stack.start(answering(port));
      assertThat(answers(port)).isTrue();
    }
    assertThat(up).containsExactly("Answering");
    assertThat(answers(port)).isFalse();
  }

  @Test
  void partsEndWhenWhoeverStartedThemIsKilled(@TempDir Path folder) throws Exception {
    int port = FreePort.find();
    Path output = folder.resolve("output");
    ChildProcess starting =
        ChildProcess.java(
            List.of(
                "-cp",
                CLASS_PATH,
                Starting.class.getName(),
                folder.resolve("home").toString(),
                Integer.toString(port)),
            Map.of(),
            output);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> Files.readString(output).contains("Answering"));

    starting.kill();

    await().atMost(Duration.ofSeconds(30)).until(() -> !answers(port));
  }

  @Test
  void aPartThatEndsByItselfIsTold(@TempDir Path folder) throws Exception {
    try (Home home = Home.in(folder);
        Stack stack = new Stack(home, part -> {})) {
      Part broken =
          new Part("Broken", List.of("-version"), Map.of(), URI.create("http://127.0.0.1:1"));

      assertThatThrownBy(() -> stack.start(broken))
          .isInstanceOf(NotStarted.class)
          .hasMessage("ended");
      assertThat(home.logs().resolve("broken.log")).isNotEmptyFile();
    }
  }

  @Test
  void aFolderIsOneProgramsAlone(@TempDir Path folder) throws Exception {
    try (Home home = Home.in(folder)) {
      assertThat(home.data()).isDirectory();
      assertThatThrownBy(() -> Home.in(folder))
          .isInstanceOf(NotStarted.class)
          .hasMessage("running");
    }
    try (Home again = Home.in(folder)) {
      assertThat(again.data()).isDirectory();
    }
  }

  @Test
  void aTakenPortIsPassedOver() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Places.near(taken.getLocalPort(), 50)).isGreaterThan(taken.getLocalPort());
    }
  }

  @Test
  void portsThatAreAllTakenAreRefused() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Places.near(taken.getLocalPort(), 1))
          .isInstanceOf(NotStarted.class)
          .hasMessage("ports");
    }
  }
}

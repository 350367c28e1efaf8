package io.github.feishuhire.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.testbed.network.PrivateTls;
import io.github.feishuhire.testbed.process.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As {@link ProxyIT}, with a proxy that others have written; by its profile, where it is there. */
final class TinyproxyCheck {

  private static final String PASSWORD = "hush-hush";

  @TempDir private Path folder;

  @Test
  void carriesASubmission() throws Exception {
    String name = InetAddress.getLocalHost().getHostName();
    int port = FreePort.find();
    Path log = folder.resolve("tinyproxy.log");
    Process tinyproxy = start(port, log);
    try (Sandbox sandbox = Sandbox.start();
        PrivateTls tls = new PrivateTls(name, sandbox.baseUrl(), null)) {
      await().until(() -> isOpen(port));

      URI feishu = URI.create("https://" + name + ":" + tls.port());
      ProxyIT.submit(feishu, port, PASSWORD, tls, folder);

      assertThat(sandbox.tasks()).hasSize(1);
      assertThat(Files.readString(log)).contains("CONNECT " + feishu.getAuthority());
    } finally {
      tinyproxy.destroy();
    }
  }

  private Process start(int port, Path log) throws IOException {
    Path settings =
        Files.write(
            folder.resolve("tinyproxy.conf"),
            List.of(
                "Port " + port,
                "Listen 127.0.0.1",
                "Allow 127.0.0.1",
                "Timeout 60",
                "BasicAuth hire " + PASSWORD,
                "LogLevel Connect",
                "LogFile \"" + log + "\""));
    try {
      return new ProcessBuilder("tinyproxy", "-d", "-c", settings.toString())
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("output.txt").toFile())
          .start();
    } catch (IOException e) {
      throw new IllegalStateException(
          "tinyproxy is missing: install it (apt-get install tinyproxy)", e);
    }
  }

  private static boolean isOpen(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}

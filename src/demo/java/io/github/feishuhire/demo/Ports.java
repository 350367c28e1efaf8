package io.github.feishuhire.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the demo listens: at the usual places, or beside them when somebody else is there.
 *
 * @param engine where a Modeler deploys to
 * @param page where a browser looks
 */
record Ports(int engine, int page) {

  private static final int ENGINE = 26500;
  private static final int PAGE = 8080;
  private static final int TRIED = 50;

  /**
   * Ports that nobody uses at this moment.
   *
   * @throws IOException when there are none
   */
  static Ports choose() throws IOException {
    return new Ports(near(ENGINE), near(PAGE));
  }

  private static int near(int usual) throws IOException {
    return IntStream.range(usual, usual + TRIED)
        .filter(Ports::isFree)
        .findFirst()
        .orElseThrow(() -> new IOException(usual + "-" + (usual + TRIED - 1)));
  }

  /** Who listens on every address and who listens on this machine only both count. */
  private static boolean isFree(int port) {
    for (@Nullable InetAddress address :
        List.of(new InetSocketAddress(port).getAddress(), InetAddress.getLoopbackAddress())) {
      try (ServerSocket socket = new ServerSocket(port, 1, address)) {
        if (!socket.isBound()) {
          return false;
        }
      } catch (IOException taken) {
        return false;
      }
    }
    return true;
  }
}

package io.github.feishuhire.testbed.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A port that nobody used a moment ago. */
public final class FreePort {

  private FreePort() {}

  public static int find() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A usual port, or the next one that nobody uses at this moment.
   *
   * @param tried how many are looked at
   */
  public static OptionalInt near(int usual, int tried) {
    return IntStream.range(usual, usual + tried).filter(FreePort::isFree).findFirst();
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

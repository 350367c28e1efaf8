package io.github.feishuhire.testbed.feishu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A port of the loopback address, where somebody listens or nobody. */
final class Door implements AutoCloseable {

  private static final int BACKLOG = 500;

  private final ServerSocketFactory sockets;
  private final Consumer<Socket> host;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final int port;
  private volatile @Nullable ServerSocket server;
  private volatile @Nullable Thread acceptor;

  /** Open; each connection is served on a thread of its own and closed afterwards. */
  Door(ServerSocketFactory sockets, Consumer<Socket> host) {
    this.sockets = sockets;
    this.host = host;
    listen(0);
    port = Objects.requireNonNull(server).getLocalPort();
  }

  int port() {
    return port;
  }

  int openConnections() {
    return connections.size();
  }

  /** Connections are refused from now on, and those that are open break. */
  void shut() {
    ServerSocket current = server;
    server = null;
    if (current != null) {
      close(current);
      join(acceptor); // until then the system may still take a connection
    }
    connections.forEach(Door::close);
  }

  private static void join(@Nullable Thread thread) {
    try {
      Objects.requireNonNull(thread).join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void open() {
    Awaitility.await() // until the system has given the port back
        .atMost(Duration.ofSeconds(10))
        .ignoreException(UncheckedIOException.class)
        .until(
            () -> {
              listen(port);
              return true;
            });
  }

  @Override
  public void close() {
    shut();
  }

  private void listen(int wanted) {
    try {
      ServerSocket socket = sockets.createServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), BACKLOG);
      server = socket;
      acceptor = Thread.ofVirtual().start(() -> accept(socket));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket socket) {
    try {
      while (true) {
        Socket connection = socket.accept();
        connections.add(connection);
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException e) {
      close(socket);
    }
  }

  private void serve(Socket connection) {
    try {
      host.accept(connection);
    } finally {
      connections.remove(connection);
      close(connection);
    }
  }

  private static void close(Socket connection) {
    try {
      if (connection instanceof SSLSocket && !connection.isOutputShutdown()) {
        connection.shutdownOutput(); // at once, where close() waits for whoever reads
      }
      connection.close();
    } catch (IOException e) {
      // It has broken already.
    }
  }

  private static void close(ServerSocket one) {
    try {
      one.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

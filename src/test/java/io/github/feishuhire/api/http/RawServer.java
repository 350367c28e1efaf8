package io.github.feishuhire.api.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/**
 * A server as bad as a test wants it. It hands out tokens properly; everything else is up to the
 * script.
 */
final class RawServer implements AutoCloseable {

  /** What the connection of the token request is good for afterwards. */
  enum Connections {
    /** The next request finds it in the pool. */
    POOLED,
    /** The next request needs a new one. */
    NEW
  }

  static final String TOKEN = "t-handed-out-by-the-raw-server";

  private static final String TOKEN_REPLY =
      "{\"code\":0,\"msg\":\"ok\",\"tenant_access_token\":\"%s\",\"expire\":7200}".formatted(TOKEN);

  private final String scheme;
  private final ServerSocket server;
  private final Thread acceptor = Thread.ofVirtual().unstarted(this::accept);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final Queue<Incoming> begun = new ConcurrentLinkedQueue<>();
  private final Queue<Incoming> read = new ConcurrentLinkedQueue<>();
  private final Script script;
  private final Script tokenScript;

  private RawServer(String scheme, ServerSocket server, Connections connections, Script script) {
    this.scheme = scheme;
    this.server = server;
    this.script = script;
    this.tokenScript =
        connections == Connections.POOLED
            ? Script.reply(200, TOKEN_REPLY)
            : Script.reply(200, TOKEN_REPLY, "Connection: close");
  }

  static RawServer start(Connections connections, Script script) {
    return start("http", ServerSocketFactory.getDefault(), connections, script);
  }

  /** Over TLS. */
  static RawServer start(SSLContext tls, Connections connections, Script script) {
    return start("https", tls.getServerSocketFactory(), connections, script);
  }

  private static RawServer start(
      String scheme, ServerSocketFactory sockets, Connections connections, Script script) {
    try {
      var socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
      var server = new RawServer(scheme, socket, connections, script);
      server.acceptor.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI baseUrl() {
    return URI.create(scheme + "://localhost:" + server.getLocalPort());
  }

  /** Requests other than for tokens, from their first byte on. */
  List<Incoming> begun() {
    return begun.stream().filter(request -> !request.isForToken()).toList();
  }

  /** Requests other than for tokens that were read to the end. */
  List<Incoming> read() {
    return read.stream().filter(request -> !request.isForToken()).toList();
  }

  void note(Incoming request) {
    read.add(request);
  }

  private void accept() {
    try {
      for (int number = 1; ; number++) {
        Socket socket = server.accept();
        int connection = number;
        sockets.add(socket);
        threads.execute(() -> serve(socket, connection));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket socket, int connection) {
    try (socket) {
      Incoming request = Incoming.next(socket, connection, this);
      while (request != null) {
        begun.add(request);
        (request.isForToken() ? tokenScript : script).answer(request);
        request = Incoming.next(socket, connection, this);
      }
    } catch (IOException broken) {
      // By the script or by the client; what was read until then is noted.
    }
  }

  /** Refuses connections from here on and ends those there are. */
  @Override
  public void close() {
    try {
      server.close();
      acceptor.join(); // until then the system may still take a connection
      for (Socket socket : sockets) {
        if (!socket.isClosed() && !socket.isOutputShutdown()) {
          socket.shutdownOutput(); // at once, where close() waits for whoever reads
        }
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }
}

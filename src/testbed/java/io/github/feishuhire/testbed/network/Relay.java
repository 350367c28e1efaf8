package io.github.feishuhire.testbed.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Accepts connections, and hands on the bytes of each until one side has had enough. */
final class Relay implements AutoCloseable {

  /** What to do with a connection, on a thread of its own. */
  @FunctionalInterface
  interface Welcome {
    void accept(Socket caller) throws IOException;
  }

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  Relay(ServerSocket server, Welcome welcome) {
    this.server = server;
    threads.execute(() -> accept(welcome));
  }

  private void accept(Welcome welcome) {
    try {
      while (true) {
        Socket caller = server.accept();
        open.add(caller);
        threads.execute(
            () -> {
              try {
                welcome.accept(caller);
              } catch (IOException ended) {
                end(caller);
              }
            });
      }
    } catch (IOException closed) {
      // That is how it ends.
    }
  }

  int port() {
    return server.getLocalPort();
  }

  /** Both ways, until one side ends. */
  void join(Socket caller, Socket other) {
    open.add(other);
    threads.execute(() -> copy(other, caller));
    copy(caller, other);
  }

  private void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException ended) {
      // As when it had ended well: there is nobody to tell.
    }
    end(from);
    end(to);
  }

  void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      open.remove(socket);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(this::end);
    threads.close();
  }
}

package io.github.feishuhire.faults.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A line to Feishu that can be made to break once, after so many bytes have gone out on it. */
final class Line implements AutoCloseable {

  private final ServerSocket server;
  private final URI target;
  private final AtomicLong breakAfter = new AtomicLong(Long.MAX_VALUE);
  private final AtomicInteger breaks = new AtomicInteger();

  Line(URI target) {
    this.target = target;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** The next connection on which more than that goes out is reset, and only that one. */
  void breakOnceAfter(long bytes) {
    breakAfter.set(bytes);
  }

  int breaks() {
    return breaks.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket near = server.accept();
        Socket far = new Socket(target.getHost(), target.getPort());
        Thread.ofVirtual().start(() -> copy(near, far, true));
        Thread.ofVirtual().start(() -> copy(far, near, false));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void copy(Socket from, Socket to, boolean out) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream sink = to.getOutputStream();
      byte[] buffer = new byte[16 * 1024];
      long count = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sink.write(buffer, 0, read);
        count += read;
        long limit = breakAfter.get();
        if (out && count > limit && breakAfter.compareAndSet(limit, Long.MAX_VALUE)) {
          breaks.incrementAndGet();
          from.setSoLinger(true, 0);
          to.setSoLinger(true, 0);
          return;
        }
      }
    } catch (IOException e) {
      // the other direction has ended it
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

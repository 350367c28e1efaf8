package io.github.feishuhire.api.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request on its connection, at first without its body.
 *
 * @param connection counts the connections of the server
 */
record Incoming(Socket socket, int connection, String head, RawServer server) {

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

  /** Null at the end of the connection, and when the first byte cannot begin a request. */
  static @Nullable Incoming next(Socket socket, int connection, RawServer server)
      throws IOException {
    InputStream in = socket.getInputStream();
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0 || (head.isEmpty() && !Character.isUpperCase(next))) {
        return null;
      }
      head.append((char) next); // one char for one byte
    }
    return new Incoming(socket, connection, head.toString(), server);
  }

  boolean isForToken() {
    return head.contains("/tenant_access_token/");
  }

  /** The server counts the request as read from here on. */
  String readBody() throws IOException {
    Matcher length = LENGTH.matcher(head);
    int expected = length.find() ? Integer.parseInt(length.group(1)) : 0;
    byte[] body = socket.getInputStream().readNBytes(expected);
    if (body.length < expected) {
      throw new EOFException();
    }
    server.note(this);
    return new String(body, StandardCharsets.UTF_8);
  }

  void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Ends the connection in good order. */
  void close() throws IOException {
    socket.close();
  }

  /** Breaks the connection. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Lets time pass; ends with an exception as soon as the caller has given up. */
  void linger(Duration duration) throws IOException {
    socket.setSoTimeout((int) duration.toMillis());
    try {
      if (socket.getInputStream().read() < 0) {
        throw new EOFException();
      }
    } catch (SocketTimeoutException stillThere) {
      socket.setSoTimeout(0);
    }
  }

  /** Returns when the caller has given up. */
  void awaitEnd() throws IOException {
    while (socket.getInputStream().read() >= 0) {
      // What still comes does not matter.
    }
  }
}

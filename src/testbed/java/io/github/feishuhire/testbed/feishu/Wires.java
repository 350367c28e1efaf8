package io.github.feishuhire.testbed.feishu;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

/** What a connection to Feishu can do. */
public final class Wires {

  private static final byte[] NOTHING = new byte[8192];
  private static final Duration LOOK = Duration.ofMillis(200);

  private Wires() {}

  /** The right reply. */
  public static Wire usual() {
    return (socket, usual) -> {
      write(socket, reply(200, "", usual));
      return true;
    };
  }

  /** The right reply, which also says that the connection ends here. */
  public static Wire last() {
    return (socket, usual) -> {
      write(socket, reply(200, "Connection: close\r\n", usual));
      return false;
    };
  }

  /** With no headers but these. */
  public static Wire bare(int status, String body, String... headers) {
    return bare(status, body.getBytes(UTF_8), headers);
  }

  public static Wire bare(int status, byte[] body, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    return (socket, usual) -> {
      write(socket, head.toString());
      socket.getOutputStream().write(body);
      return true;
    };
  }

  /** This, whether it is HTTP or not, and the end. */
  public static Wire raw(String text) {
    return (socket, usual) -> {
      write(socket, text);
      return false;
    };
  }

  public static Wire json(int status, String body) {
    return (socket, usual) -> {
      write(socket, reply(status, "", body));
      return true;
    };
  }

  /** One of Feishu's codes. */
  public static Wire code(int status, int code) {
    return json(status, "{\"code\":" + code + ",\"msg\":\"canary-msg\",\"data\":{}}");
  }

  /** Too fast; the header says how many seconds to wait. */
  public static Wire throttled(int status, String reset) {
    String header = reset.isEmpty() ? "" : "x-ogw-ratelimit-reset: " + reset + "\r\n";
    return (socket, usual) -> {
      write(socket, reply(status, header, "{\"code\":99991400,\"msg\":\"request trigger limit\"}"));
      return true;
    };
  }

  public static Wire html(int status) {
    return (socket, usual) -> {
      String page = "<html><body>canary-page</body></html>";
      write(socket, head(status, "Content-Type: text/html\r\n", page.length()) + page);
      return true;
    };
  }

  /** A connection that ends as if all were well. */
  public static Wire end() {
    return (socket, usual) -> false;
  }

  public static Wire reset() {
    return (socket, usual) -> {
      socket.setSoLinger(true, 0);
      return false;
    };
  }

  /** Says nothing until the other side gives up. */
  public static Wire silence() {
    return (socket, usual) -> {
      while (socket.getInputStream().read() >= 0) {
        // not expected, not answered
      }
      return false;
    };
  }

  /** Says nothing, and breaks at the gate's opening. */
  public static Wire silence(Gate gate) {
    return (socket, usual) -> {
      socket.setSoTimeout((int) LOOK.toMillis());
      while (!gate.isOpen()) {
        try {
          if (socket.getInputStream().read() < 0) {
            return false;
          }
        } catch (SocketTimeoutException e) {
          // still silent
        }
      }
      return reset().play(socket, usual);
    };
  }

  /** Half of the reply, then a reset. */
  public static Wire resetInBody() {
    return (socket, usual) -> {
      write(socket, head(200, "", usual.length()) + usual.substring(0, usual.length() / 2));
      socket.setSoLinger(true, 0);
      return false;
    };
  }

  /** A whole HTTP message with half of the JSON. */
  public static Wire truncatedJson() {
    return (socket, usual) -> {
      write(socket, reply(200, "", usual.substring(0, usual.length() / 2)));
      return true;
    };
  }

  /** More announced than there is. */
  public static Wire tooLittle() {
    return (socket, usual) -> {
      write(socket, head(200, "", usual.length() + 50) + usual);
      return false;
    };
  }

  /** The head at once, then one byte at a time. */
  public static Wire slowBody(Duration pause) {
    return (socket, usual) -> {
      write(socket, head(200, "", 10_000));
      return drip(socket, usual + " ".repeat(10_000 - usual.length()), pause);
    };
  }

  /** Not even the head comes in time. */
  public static Wire slowHead(Duration pause) {
    return (socket, usual) ->
        drip(socket, "HTTP/1.1 200 OK\r\nX-Filler: " + "x".repeat(10_000), pause);
  }

  public static Wire endless() {
    return (socket, usual) -> {
      OutputStream out = socket.getOutputStream();
      write(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
      byte[] chunk = ("2000\r\n" + " ".repeat(0x2000) + "\r\n").getBytes(UTF_8);
      while (true) {
        out.write(chunk);
      }
    };
  }

  /** 100 MB announced and sent. */
  public static Wire huge() {
    return (socket, usual) -> {
      int size = 100 * 1024 * 1024;
      write(socket, head(200, "", size));
      OutputStream out = socket.getOutputStream();
      for (int sent = 0; sent < size; sent += NOTHING.length) {
        out.write(NOTHING);
      }
      return true;
    };
  }

  /** Small on the wire, a gigabyte when unpacked. */
  public static Wire gzipBomb() {
    byte[] bomb = bomb();
    return (socket, usual) -> {
      OutputStream out = socket.getOutputStream();
      out.write(head(200, "Content-Encoding: gzip\r\n", bomb.length).getBytes(UTF_8));
      out.write(bomb);
      out.flush();
      return true;
    };
  }

  public static Wire nested(int depth) {
    return json(200, "{\"code\":0,\"data\":" + "[".repeat(depth) + "]".repeat(depth) + "}");
  }

  private static byte[] bomb() {
    try (ByteArrayOutputStream packed = new ByteArrayOutputStream();
        GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 200; i++) {
        gzip.write(zeros);
      }
      gzip.finish();
      return packed.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean drip(Socket socket, String text, Duration pause)
      throws IOException, InterruptedException {
    for (byte one : text.getBytes(UTF_8)) {
      socket.getOutputStream().write(one);
      socket.getOutputStream().flush();
      Thread.sleep(pause);
    }
    return false;
  }

  private static String reply(int status, String headers, String body) {
    return head(status, headers, body.getBytes(UTF_8).length) + body;
  }

  private static String head(int status, String headers, int length) {
    return "HTTP/1.1 "
        + status
        + " Status\r\nContent-Type: application/json\r\nX-Tt-Logid: log-1\r\n"
        + headers
        + "Content-Length: "
        + length
        + "\r\n\r\n";
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
    socket.getOutputStream().flush();
  }
}

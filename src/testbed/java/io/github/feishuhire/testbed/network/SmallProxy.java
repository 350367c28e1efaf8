package io.github.feishuhire.testbed.network;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A proxy as companies have them: connects to the hosts that it knows, for who knows the password,
 * and reads nothing of what is said. It alone knows where the names lead.
 */
public final class SmallProxy implements AutoCloseable {

  private static final String AUTHORIZATION = "proxy-authorization: ";

  private final Relay relay;
  private final Map<String, Integer> ports;
  private final @Nullable String credentials;
  private final List<String> connections = new CopyOnWriteArrayList<>();

  /**
   * Starts.
   *
   * @param ports of this machine, by {@code name:port} of the host that is asked for
   * @param credentials such as {@code name:password}; null when it asks for none
   */
  public SmallProxy(Map<String, Integer> ports, @Nullable String credentials) {
    this.ports = Map.copyOf(ports);
    this.credentials = credentials;
    try {
      relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), this::welcome);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return relay.port();
  }

  /** Which hosts it has connected to, in order. */
  public List<String> connections() {
    return connections;
  }

  private void welcome(Socket caller) throws IOException {
    List<String> head = head(caller.getInputStream());
    String[] request = head.isEmpty() ? new String[] {""} : head.getFirst().split(" ");
    Integer port = request.length == 3 ? ports.get(request[1]) : null;
    if (!isKnown(head)) {
      refuse(caller, "407 Who are you\r\nProxy-Authenticate: Basic realm=\"the company\"");
    } else if (!request[0].equals("CONNECT") || port == null) {
      refuse(caller, "403 Not from here");
    } else {
      connections.add(request[1]);
      Socket other = new Socket(InetAddress.getLoopbackAddress(), port);
      say(caller, "200 Go on");
      relay.join(caller, other);
    }
  }

  private boolean isKnown(List<String> head) {
    return credentials == null
        || head.stream()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(AUTHORIZATION))
            .map(line -> line.substring(AUTHORIZATION.length()))
            .anyMatch(
                given ->
                    given.equals(
                        "Basic "
                            + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8))));
  }

  private void refuse(Socket caller, String status) throws IOException {
    say(caller, status + "\r\nContent-Length: 0\r\nConnection: close");
    relay.end(caller);
  }

  private static void say(Socket caller, String status) throws IOException {
    caller.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(ISO_8859_1));
  }

  /** Its lines; the last one is empty, and is left out. */
  private static List<String> head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    int next = in.read();
    while (next >= 0 && head.indexOf("\r\n\r\n") < 0) {
      head.append((char) next);
      next = head.indexOf("\r\n\r\n") < 0 ? in.read() : -1;
    }
    return head.toString().lines().filter(line -> !line.isEmpty()).toList();
  }

  @Override
  public void close() {
    relay.close();
  }
}

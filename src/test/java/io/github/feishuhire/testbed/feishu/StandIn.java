package io.github.feishuhire.testbed.feishu;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Feishu, as far as the worker can see it. It keeps a log of everything it has read. */
public final class StandIn implements AutoCloseable {

  private final Script script = new Script();
  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final Queue<Submission> submissions = new ConcurrentLinkedQueue<>();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connectionNumbers = new AtomicInteger();
  private final AtomicInteger ids = new AtomicInteger();
  private final int port;
  private volatile @Nullable ServerSocket server;

  public StandIn() {
    listen(0);
    port = Objects.requireNonNull(server).getLocalPort();
  }

  /** The first segment of the path tells the workers apart. */
  public URI baseUrl(String worker) {
    return URI.create("http://127.0.0.1:" + port + "/" + worker);
  }

  public Script script() {
    return script;
  }

  /** Every request that was read in full, also what was not answered. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  public List<Instant> times(Kind kind, String worker) {
    return requests.stream()
        .filter(request -> request.kind() == kind && request.worker().equals(worker))
        .map(Request::at)
        .toList();
  }

  public List<Submission> submissions() {
    return List.copyOf(submissions);
  }

  /** The task that Feishu made of the candidate's last submission. */
  public String taskOf(String candidate) {
    return submissions.stream()
        .filter(one -> one.candidate().equals(candidate))
        .map(Submission::taskId)
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  /** Nobody is there: connections are refused from now on, and those that are open break. */
  public void leave() {
    ServerSocket current = server;
    server = null;
    if (current != null) {
      close(current);
    }
    connections.forEach(StandIn::close);
  }

  public void comeBack() {
    Awaitility.await() // until the system has given the port back
        .atMost(Duration.ofSeconds(10))
        .ignoreException(UncheckedIOException.class)
        .until(
            () -> {
              listen(port);
              return true;
            });
  }

  public int openConnections() {
    return connections.size();
  }

  @Override
  public void close() {
    leave();
  }

  private void listen(int wanted) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 500);
      server = socket;
      Thread.ofVirtual().start(() -> accept(socket));
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
    int number = connectionNumbers.incrementAndGet();
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream());
      int served = 0;
      while (converse(connection, in, number, served)) {
        served++;
      }
    } catch (IOException e) {
      // the other side has gone, which is what is being tested
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connections.remove(connection);
    }
  }

  private boolean converse(Socket connection, InputStream in, int number, int served)
      throws IOException, InterruptedException {
    Head head = Head.read(in);
    if (head == null) {
      return false;
    }
    Kind kind = Kind.of(head.path());
    Request request =
        new Request(
            worker(head.path()),
            kind,
            key(kind, head.path()),
            number,
            served,
            head.headers().getOrDefault("authorization", ""),
            Instant.now());
    Turn turn = script.next(request);
    String id = "task%028d".formatted(ids.incrementAndGet());
    if (turn.whole()) {
      byte[] unused = head.body(in);
      note(request, turn, id, unused.length);
    }
    return turn.wire().play(connection, usual(kind, id));
  }

  private void note(Request request, Turn turn, String id, int length) {
    requests.add(request);
    if (request.kind() == Kind.SUBMIT && length > 0) {
      submissions.add(
          new Submission(
              request.key(),
              request.at(),
              turn.executes(),
              turn.answer(),
              turn.executes() ? id : ""));
    }
  }

  private static String worker(String path) {
    return path.substring(1, path.indexOf("/open-apis/"));
  }

  private static String key(Kind kind, String path) {
    return switch (kind) {
      case TOKEN, ATTACHMENT -> "";
      case SUBMIT, SITE_USER -> between(path, "/websites/", "/");
      case TASK -> path.substring(path.lastIndexOf('/') + 1);
    };
  }

  private static String between(String text, String before, String after) {
    int start = text.indexOf(before) + before.length();
    return text.substring(start, text.indexOf(after, start));
  }

  private static String usual(Kind kind, String id) {
    return switch (kind) {
      case TOKEN ->
          """
          {"code":0,"msg":"ok","tenant_access_token":"t-canary-%s","expire":7200}"""
              .formatted(id);
      case SUBMIT -> data("\"task_id\":\"" + id + "\"");
      case TASK -> data("\"status\":2,\"delivery\":{\"application_id\":\"7000000000000000001\"}");
      case SITE_USER -> data("\"site_user\":{\"user_id\":\"7000000000000000002\"}");
      case ATTACHMENT -> data("\"id\":\"" + id + "\"");
    };
  }

  private static String data(String members) {
    return "{\"code\":0,\"msg\":\"success\",\"data\":{" + members + "}}";
  }

  private static void close(AutoCloseable one) {
    try {
      one.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

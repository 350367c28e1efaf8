package io.github.feishuhire.testbed.feishu;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import org.apache.commons.lang3.StringUtils;

/** Feishu, as far as the worker can see it. It keeps a log of everything it has read. */
public final class StandIn implements AutoCloseable {

  /** The code by which a request is told that it cannot be carried out. */
  static final int REFUSAL = 1002002;

  /** The website, and the task, that nobody has. */
  private static final String NOTHING = "0";

  private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");
  private static final int BEGINNING = 2048;

  private final Script script = new Script();
  private final Queue<Request> begun = new ConcurrentLinkedQueue<>();
  private final Queue<Request> heads = new ConcurrentLinkedQueue<>();
  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final Queue<Request> probes = new ConcurrentLinkedQueue<>();
  private final Queue<Submission> submissions = new ConcurrentLinkedQueue<>();
  private final AtomicInteger connectionNumbers = new AtomicInteger();
  private final AtomicInteger ids = new AtomicInteger();
  private final Hiring hiring = new Hiring();
  private final Map<String, Door> doors = new ConcurrentHashMap<>();
  private final String scheme;
  private final ServerSocketFactory sockets;
  private final Door door;

  public StandIn() {
    this("http", ServerSocketFactory.getDefault());
  }

  /** Over TLS. */
  public StandIn(SSLContext tls) {
    this("https", tls.getServerSocketFactory());
  }

  private StandIn(String scheme, ServerSocketFactory sockets) {
    this.scheme = scheme;
    this.sockets = sockets;
    door = new Door(sockets, this::serve);
  }

  /** The first segment of the path tells the workers apart. */
  public URI baseUrl(String worker) {
    return URI.create(scheme + "://127.0.0.1:" + door.port() + "/" + worker);
  }

  /** A further app of a worker; each app has a port of its own. */
  public URI baseUrl(String worker, String app) {
    int port = doors.computeIfAbsent(app, name -> new Door(sockets, this::serve)).port();
    return URI.create(scheme + "://127.0.0.1:" + port + "/" + worker + "/" + app);
  }

  public Script script() {
    return script;
  }

  /** What there is to be looked for; each submission that is executed adds to it. */
  public Hiring hiring() {
    return hiring;
  }

  /** Every request that was read in full, also what was not answered; no probes. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** As {@link #requests}, and those of which only the head was read. */
  public List<Request> heads() {
    return List.copyOf(heads);
  }

  /** Every request but those for tokens, from the end of its head on, whatever became of it. */
  public List<Request> begun() {
    return List.copyOf(begun);
  }

  /** Requests that can have no effect, made to see whether an API works. */
  public List<Request> probes() {
    return List.copyOf(probes);
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

  /** The application that the candidate's last submission made. */
  public String applicationOf(String candidate) {
    return submissions.stream()
        .filter(one -> one.candidate().equals(candidate))
        .map(Submission::applicationId)
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  /** Nobody is there: connections are refused from now on, and those that are open break. */
  public void leave() {
    door.shut();
    doors.values().forEach(Door::shut);
  }

  public void comeBack() {
    door.open();
    doors.values().forEach(Door::open);
  }

  /** As {@link #leave}, for one app alone. */
  public void leave(String app) {
    Objects.requireNonNull(doors.get(app)).shut();
  }

  public void comeBack(String app) {
    Objects.requireNonNull(doors.get(app)).open();
  }

  public int openConnections() {
    return door.openConnections() + doors.values().stream().mapToInt(Door::openConnections).sum();
  }

  @Override
  public void close() {
    leave();
  }

  private void serve(Socket connection) {
    int number = connectionNumbers.incrementAndGet();
    try {
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
    }
  }

  private boolean converse(Socket connection, InputStream in, int number, int served)
      throws IOException, InterruptedException {
    Head head = Head.read(in);
    if (head == null) {
      return false;
    }
    Kind kind = Kind.of(head.path());
    List<String> origin = List.of(origin(head.path()).split("/", 2));
    Request request =
        new Request(
            origin.getFirst(),
            origin.size() > 1 ? origin.getLast() : "",
            kind,
            key(kind, head.path()),
            number,
            served,
            head.headers().getOrDefault("authorization", ""),
            Instant.now());
    if (kind != Kind.TOKEN) {
      begun.add(request);
    }
    if (isProbe(request, head)) {
      return answerProbe(request, connection, head, in);
    }
    return kind == Kind.TALENTS
        ? answerSearch(request.about(Hiring.contact(head.body(in))), connection)
        : answer(request, connection, head, in);
  }

  private static boolean isProbe(Request request, Head head) {
    return switch (request.kind()) {
      case TOKEN -> false;
      case SUBMIT, TASK, SITE_USER, JOB_POST, APPLICATION -> request.key().equals(NOTHING);
      case TALENTS, APPLICATIONS -> false;
      case ATTACHMENT -> !head.headers().getOrDefault("content-type", "").startsWith("multipart/");
    };
  }

  private boolean answerProbe(Request request, Socket connection, Head head, InputStream in)
      throws IOException, InterruptedException {
    probes.add(request);
    Turn turn = script.forProbe(request);
    if (turn.whole()) {
      byte[] unused = head.body(in);
    }
    return turn.wire().play(connection, "{\"code\":" + REFUSAL + ",\"msg\":\"invalid param\"}");
  }

  private boolean answer(Request request, Socket connection, Head head, InputStream in)
      throws IOException, InterruptedException {
    Turn turn = script.next(request);
    String id = "task%028d".formatted(ids.incrementAndGet());
    if (turn.whole()) {
      note(request, turn, id, head.body(in));
    } else {
      heads.add(request);
    }
    return turn.wire().play(connection, usual(request, head, id));
  }

  /** Whom is looked for stands in the body, and with it how the search fares. */
  private boolean answerSearch(Request request, Socket connection)
      throws IOException, InterruptedException {
    heads.add(request);
    requests.add(request);
    return script.next(request).wire().play(connection, data(hiring.found(request.key())));
  }

  private void note(Request request, Turn turn, String id, byte[] body) {
    Request whole = request.kind() == Kind.ATTACHMENT ? request.about(fileName(body)) : request;
    heads.add(whole);
    requests.add(whole);
    if (request.kind() == Kind.SUBMIT && body.length > 0) {
      submissions.add(
          new Submission(
              request.key(),
              request.at(),
              turn.executes(),
              turn.answer(),
              turn.executes() ? id : "",
              turn.executes() ? hiring.apply(request.key(), body, request.at()) : ""));
    }
  }

  private static String fileName(byte[] form) {
    String beginning = new String(form, 0, Math.min(form.length, BEGINNING), UTF_8);
    Matcher name = FILE_NAME.matcher(beginning);
    return name.find() ? name.group(1) : "";
  }

  /** What comes before Feishu's own paths. */
  private static String origin(String path) {
    return path.substring(1, Math.max(1, path.indexOf("/open-apis/")));
  }

  private static String key(Kind kind, String path) {
    return switch (kind) {
      case TOKEN, ATTACHMENT, TALENTS, APPLICATIONS -> "";
      case SUBMIT, SITE_USER, JOB_POST -> between(path, "/websites/", "/");
      case TASK, APPLICATION ->
          StringUtils.substringBefore(path.substring(path.lastIndexOf('/') + 1), "?");
    };
  }

  private static String between(String text, String before, String after) {
    int start = text.indexOf(before) + before.length();
    return text.substring(start, text.indexOf(after, start));
  }

  private String usual(Request request, Head head, String id) {
    return switch (request.kind()) {
      case TOKEN ->
          """
          {"code":0,"msg":"ok","tenant_access_token":"t-canary-%s","expire":7200}"""
              .formatted(id);
      case SUBMIT -> data("\"task_id\":\"" + id + "\"");
      case TASK -> data("\"status\":2,\"delivery\":{\"application_id\":\"7000000000000000001\"}");
      case SITE_USER -> data("\"site_user\":{\"user_id\":\"7000000000000000002\"}");
      case ATTACHMENT -> data("\"id\":\"" + id + "\"");
      case TALENTS -> data(hiring.found(request.key()));
      case JOB_POST -> data(Hiring.jobPost());
      case APPLICATIONS -> data(hiring.list(head.path()));
      case APPLICATION -> data(hiring.application(request.key()));
    };
  }

  private static String data(String members) {
    return "{\"code\":0,\"msg\":\"success\",\"data\":{" + members + "}}";
  }
}

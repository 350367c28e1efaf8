package io.github.feishuhire.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.SetUpFault;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Refusal;
import io.github.feishuhire.api.SetUpCause;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.delivery.Deliveries;
import io.github.feishuhire.api.delivery.Drafts;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.Request;
import io.github.feishuhire.testbed.feishu.StandIn;
import io.github.feishuhire.testbed.feishu.Turn;
import io.github.feishuhire.testbed.feishu.Wire;
import io.github.feishuhire.testbed.feishu.Wires;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a submission ends as for everything that can come back, and that it was sent once. */
final class OutcomeTest {

  private static final String LOG_ID = "20261123000000ABCDEF0123456789";
  private static final String LOG_HEADER = "X-Tt-Logid: " + LOG_ID;
  private static final int CAP = 64 * 1024;
  private static final HttpSender EXCHANGE = HttpSender.create();

  @ParameterizedTest
  @MethodSource({
    "serverFaults",
    "statusesThatProxiesMakeUp",
    "unreadableReplies",
    "unknownCodes",
    "oversizedReplies",
    "brokenConnections",
    "refusals",
    "setUpFaults",
    "throttling"
  })
  void isJudgedAndSentOnce(Wire wire, FeishuFailure expected) {
    for (boolean pooled : List.of(true, false)) {
      try (var feishu = standIn(wire)) {
        feishu.script().always(Kind.TOKEN, pooled ? Turn.usual() : Turn.last());
        Transport transport =
            new Transport(Apps.at(feishu.baseUrl("")), QuotaShare.ALONE, EXCHANGE, Time.system());

        FeishuFailure failure = submit(transport);

        assertThat(failure)
            .as("on a connection that is " + (pooled ? "pooled" : "new"))
            .isEqualTo(expected);
        assertThat(feishu.begun()).extracting(Request::connection).containsExactly(pooled ? 1 : 2);
        assertThat(feishu.submissions()).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource
  void endsByTheDeadline(Wire wire, FeishuFailure expected) {
    Duration deadline = Duration.ofMillis(700);
    try (var feishu = standIn(wire)) {
      Transport transport =
          new Transport(
              Apps.at(feishu.baseUrl("")),
              QuotaShare.ALONE,
              EXCHANGE,
              Time.system(),
              endpoint ->
                  endpoint == Endpoint.CREATE_BY_ATTACHMENT ? deadline : endpoint.deadline(),
              List.of());
      long start = System.nanoTime();

      FeishuFailure failure = submit(transport);

      assertThat(failure).isEqualTo(expected);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(deadline, deadline.multipliedBy(5));
      assertThat(feishu.begun()).hasSize(1);
      assertThat(feishu.submissions()).hasSize(1);
    }
  }

  static Stream<Arguments> endsByTheDeadline() {
    Duration pause = Duration.ofMillis(200);
    return Stream.of(
        argumentSet("silence", Wires.silence(), unanswered(Reason.DEADLINE_PASSED, 0, 0, null)),
        argumentSet(
            "a head of one byte every 200 ms",
            Wires.slowHead(pause),
            unanswered(Reason.DEADLINE_PASSED, 0, 0, null)),
        argumentSet(
            "a body of one byte every 200 ms",
            Wires.slowBody(pause),
            unanswered(Reason.DEADLINE_PASSED, 200, 0, "log-1")));
  }

  static Stream<Arguments> serverFaults() {
    return Stream.concat(
        Stream.of(500, 501, 502, 503, 504, 520)
            .flatMap(
                status ->
                    Stream.of(
                        row(
                            status + " without an envelope",
                            Wires.bare(status, "", LOG_HEADER),
                            unanswered(Reason.SERVER_FAULT, status, 0, LOG_ID)),
                        row(
                            status + " with a code of its own",
                            Wires.bare(status, code(4711), LOG_HEADER),
                            unanswered(Reason.SERVER_FAULT, status, 4711, LOG_ID)),
                        row(
                            status + " with code 0",
                            Wires.bare(status, accepted("\"f1c2\""), LOG_HEADER),
                            unanswered(Reason.SERVER_FAULT, status, 0, LOG_ID)))),
        Stream.of(1002001, 2200, 5000, 1500, 1000003)
            .flatMap(
                code ->
                    Stream.of(200, 400, 500)
                        .map(
                            status ->
                                row(
                                    code + " with " + status,
                                    Wires.bare(status, code(code)),
                                    unanswered(Reason.SERVER_FAULT, status, code, null)))));
  }

  static Stream<Arguments> statusesThatProxiesMakeUp() {
    String html = "<html><body>Bad Gateway</body></html>";
    return Stream.of(
        row(
            "503 that invites to come back at once",
            Wires.bare(503, "", "Retry-After: 0"),
            unanswered(Reason.SERVER_FAULT, 503, 0, null)),
        row("408", Wires.bare(408, ""), unanswered(Reason.UNREADABLE_REPLY, 408, 0, null)),
        row(
            "408 that invites to come back at once",
            Wires.bare(408, "", "Retry-After: 0", "Connection: close"),
            unanswered(Reason.UNREADABLE_REPLY, 408, 0, null)),
        row(
            "408 with an envelope",
            Wires.bare(408, code(4711)),
            unanswered(Reason.SERVER_FAULT, 408, 4711, null)),
        row("499", Wires.bare(499, ""), unanswered(Reason.UNREADABLE_REPLY, 499, 0, null)),
        row(
            "499 with an envelope",
            Wires.bare(499, code(4711)),
            unanswered(Reason.SERVER_FAULT, 499, 4711, null)),
        row("421", Wires.bare(421, ""), unanswered(Reason.UNREADABLE_REPLY, 421, 0, null)),
        row(
            "301",
            Wires.bare(301, "", "Location: /open-apis/elsewhere"),
            unanswered(Reason.UNREADABLE_REPLY, 301, 0, null)),
        row(
            "302",
            Wires.bare(302, html, "Location: /open-apis/elsewhere"),
            unanswered(Reason.UNREADABLE_REPLY, 302, 0, null)),
        row(
            "307",
            Wires.bare(307, "", "Location: /open-apis/elsewhere"),
            unanswered(Reason.UNREADABLE_REPLY, 307, 0, null)),
        row(
            "401 that asks for a password",
            Wires.bare(401, "", "WWW-Authenticate: Basic realm=\"proxy\""),
            unanswered(Reason.UNREADABLE_REPLY, 401, 0, null)),
        row(
            "HTML with 200",
            Wires.bare(200, html, "Content-Type: text/html", LOG_HEADER),
            unanswered(Reason.UNREADABLE_REPLY, 200, 0, LOG_ID)),
        row(
            "HTML with 404",
            Wires.bare(404, html, "Content-Type: text/html"),
            unanswered(Reason.UNREADABLE_REPLY, 404, 0, null)),
        row(
            "HTML with 502",
            Wires.bare(502, html, "Content-Type: text/html"),
            unanswered(Reason.SERVER_FAULT, 502, 0, null)));
  }

  static Stream<Arguments> unreadableReplies() {
    return Stream.of(
            argumentSet("empty", ""),
            argumentSet("blank", " \n"),
            argumentSet("truncated", "{\"code\":0,\"data\":{\"task_id\":\"f1c2a0f138ec"),
            argumentSet("two values", accepted("\"f1c2\"") + "{}"),
            argumentSet("null", "null"),
            argumentSet("a number", "0"),
            argumentSet("a list", "[" + accepted("\"f1c2\"") + "]"),
            argumentSet("no code", "{\"data\":{\"task_id\":\"f1c2\"}}"),
            argumentSet("code null", "{\"code\":null,\"data\":{\"task_id\":\"f1c2\"}}"),
            argumentSet("code as text", "{\"code\":\"0\",\"data\":{\"task_id\":\"f1c2\"}}"),
            argumentSet("code as a fraction", "{\"code\":0.0,\"data\":{\"task_id\":\"f1c2\"}}"),
            argumentSet("code as truth", "{\"code\":false,\"data\":{\"task_id\":\"f1c2\"}}"),
            argumentSet("code beyond 32 bits", "{\"code\":4294967296}"),
            argumentSet("10,000 lists in each other", "[".repeat(10_000) + "]".repeat(10_000)),
            argumentSet(
                "10,000 objects in each other",
                "{\"code\":0,\"data\":"
                    + "{\"a\":".repeat(10_000)
                    + "0"
                    + "}".repeat(10_000)
                    + "}"),
            argumentSet("no data", "{\"code\":0,\"msg\":\"ok\"}"),
            argumentSet("data null", "{\"code\":0,\"data\":null}"),
            argumentSet("data as text", "{\"code\":0,\"data\":\"f1c2\"}"),
            argumentSet("data as a list", "{\"code\":0,\"data\":[{\"task_id\":\"f1c2\"}]}"),
            argumentSet("no task_id", "{\"code\":0,\"data\":{}}"),
            argumentSet("task_id null", accepted("null")),
            argumentSet("task_id as a number", accepted("7095614894070434092")),
            argumentSet("task_id as an object", accepted("{\"id\":\"f1c2\"}")),
            argumentSet("task_id empty", accepted("\"\"")),
            argumentSet("task_id blank", accepted("\" \"")))
        .map(
            row ->
                row(
                    row.getName(),
                    Wires.bare(200, (String) row.get()[0], LOG_HEADER),
                    unanswered(Reason.UNREADABLE_REPLY, 200, 0, LOG_ID)));
  }

  static Stream<Arguments> unknownCodes() {
    return Stream.concat(
        Stream.of(200, 202, 302)
            .map(
                status ->
                    row(
                        "unknown with " + status,
                        Wires.bare(status, code(4711), LOG_HEADER),
                        unanswered(Reason.UNKNOWN_CODE, status, 4711, LOG_ID))),
        Stream.of(400, 403, 404, 409, 422)
            .map(
                status ->
                    row(
                        "unknown with " + status,
                        Wires.bare(status, code(4711), LOG_HEADER),
                        new Refused(Refusal.REJECTED, 4711, LOG_ID, List.of()))));
  }

  static Stream<Arguments> oversizedReplies() {
    String padding = "{\"code\":0,\"data\":{},\"more\":\"";
    String tooLong = padding + "x".repeat(CAP + 1 - padding.length() - 2) + "\"}";
    String justRight = padding + "x".repeat(CAP - padding.length() - 2) + "\"}";
    return Stream.of(
        row(
            "at the cap",
            Wires.bare(200, justRight),
            unanswered(Reason.UNREADABLE_REPLY, 200, 0, null)),
        row(
            "over the cap",
            Wires.bare(200, tooLong, LOG_HEADER),
            unanswered(Reason.REPLY_TOO_LARGE, 200, 0, LOG_ID)),
        row(
            "over the cap with 400",
            Wires.bare(400, tooLong),
            unanswered(Reason.REPLY_TOO_LARGE, 400, 0, null)),
        row("without end", Wires.endless(), unanswered(Reason.REPLY_TOO_LARGE, 200, 0, null)),
        row(
            "10 MiB as 10 KiB of gzip",
            Wires.bare(200, gzip(10 * 1024 * 1024), "Content-Encoding: gzip"),
            unanswered(Reason.REPLY_TOO_LARGE, 200, 0, null)));
  }

  static Stream<Arguments> brokenConnections() {
    String half =
        "HTTP/1.1 200 OK\r\n%s\r\nContent-Length: 100\r\n\r\n{\"code\"".formatted(LOG_HEADER);
    return Stream.of(
        row("closed", Wires.end(), lost(0, null)),
        row("reset", Wires.reset(), lost(0, null)),
        row("closed in the head", Wires.raw("HTTP/1.1 200 OK\r\nX-Tt"), lost(0, null)),
        row("no HTTP", Wires.raw("220 mail.example ESMTP\r\n\r\n"), lost(0, null)),
        row("closed in the body", Wires.raw(half), lost(200, LOG_ID)),
        row("reset in the body", Wires.resetInBody(), lost(200, "log-1")),
        row(
            "a Content-Length that is too short",
            Wires.raw("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n" + accepted("\"f1c2\"")),
            unanswered(Reason.UNREADABLE_REPLY, 200, 0, null)),
        row(
            "no gzip although it says so",
            Wires.bare(200, accepted("\"f1c2\""), "Content-Encoding: gzip"),
            lost(200, null)));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
            Arguments.of(
                Refusal.INVALID_PARAMETER, List.of(1002002, 1002003, 1002512, 9499, 99992402)),
            Arguments.of(Refusal.GRADUATION_TIME_MISSING, List.of(1002513)),
            Arguments.of(Refusal.WEBSITE_NOT_FOUND, List.of(1002502)),
            Arguments.of(Refusal.WEBSITE_USER_NOT_FOUND, List.of(1002007, 1002507)),
            Arguments.of(Refusal.JOB_POST_NOT_FOUND, List.of(1002509, 1002207, 1002601)),
            Arguments.of(Refusal.CITY_NOT_FOUND, List.of(1002011)),
            Arguments.of(Refusal.INVALID_MOBILE, List.of(1002009)),
            Arguments.of(Refusal.RESUME_UNREADABLE, List.of(1002104)),
            Arguments.of(Refusal.DUPLICATE_APPLICATION, List.of(1002206, 1002402, 1002510)),
            Arguments.of(Refusal.APPLICATION_LIMIT_REACHED, List.of(1002508, 1002511)),
            Arguments.of(Refusal.TASK_NOT_FOUND, List.of(1002008)),
            Arguments.of(Refusal.APPLICATION_NOT_FOUND, List.of(1002201)),
            Arguments.of(Refusal.STAGE_NOT_FOUND, List.of(1002204)),
            Arguments.of(Refusal.STAGE_NOT_ALLOWED, List.of(1002211, 1002212, 1002220)),
            Arguments.of(Refusal.TALENT_NOT_FOUND, List.of(1002102, 1002208)),
            Arguments.of(Refusal.TALENT_LOCKED, List.of(1002210)),
            Arguments.of(Refusal.TALENT_ONBOARDED, List.of(1002209)),
            Arguments.of(Refusal.TAG_NOT_FOUND, List.of(1002111, 1002112)),
            Arguments.of(Refusal.ALREADY_DONE, List.of(1002113, 1002114, 1002221, 1002225)),
            Arguments.of(
                Refusal.REJECTED,
                List.of(
                    1002053, 1002054, 1002055, 1002056, 1002057, 1002058, 1002059, 1002061, 1002062,
                    1002065, 1002069, 1002073, 1002074, 1002101, 1002103, 1002105, 1002106, 1002107,
                    1002108, 1002202, 1002203, 1002205, 1002216, 1002217, 1002218, 1002219, 1002403,
                    1002701, 1002908)))
        .flatMap(
            row ->
                ((List<?>) row.get()[1])
                    .stream()
                        .flatMap(
                            code ->
                                Stream.of(200, 400, 500)
                                    .map(
                                        status ->
                                            row(
                                                code + " with " + status,
                                                Wires.bare(status, code((int) code)),
                                                new Refused(
                                                    (Refusal) row.get()[0],
                                                    (int) code,
                                                    null,
                                                    List.of())))));
  }

  static Stream<Arguments> setUpFaults() {
    return Stream.of(
            fault(SetUpCause.CREDENTIALS, 10003),
            fault(SetUpCause.CREDENTIALS, 10005),
            fault(SetUpCause.CREDENTIALS, 99991543),
            fault(SetUpCause.APP_ID, 10014),
            fault(SetUpCause.SECRET, 10015),
            fault(SetUpCause.APP_DISABLED, 99991662),
            fault(SetUpCause.APP_NOT_INSTALLED, 99991673),
            fault(SetUpCause.APP_NOT_INSTALLED, 212100),
            fault(SetUpCause.ADDRESS, 99991401),
            fault(SetUpCause.MONTHLY_QUOTA, 99991403),
            fault(SetUpCause.SCOPE, 99991672),
            fault(SetUpCause.SCOPE, 99991676),
            fault(SetUpCause.NO_TOKEN, 99991661))
        .flatMap(
            fault ->
                Stream.of(200, 400, 403)
                    .map(
                        status ->
                            row(
                                fault.code() + " with " + status,
                                Wires.bare(status, code(fault.code()), LOG_HEADER),
                                fault)));
  }

  private static SetUpFault fault(SetUpCause cause, int code) {
    return new SetUpFault(cause, code, LOG_ID, List.of());
  }

  static Stream<Arguments> throttling() {
    return Stream.of(
            argumentSet("a delay", 7, "7"),
            argumentSet("a whole window", 60, "60"),
            argumentSet("no delay", 1, null),
            argumentSet("the delay 0", 1, "0"),
            argumentSet("a negative delay", 1, "-3"),
            argumentSet("a fraction", 1, "1.5"),
            argumentSet("words", 1, "soon"),
            argumentSet("a day", 60, "86400"),
            argumentSet("more than a number can hold", 1, "99999999999999999999"))
        .flatMap(
            row -> {
              Duration delay = Duration.ofSeconds((int) row.get()[0]);
              String reset =
                  row.get()[1] == null ? "X-Other: 1" : "x-ogw-ratelimit-reset: " + row.get()[1];
              return Stream.of(
                  row(
                      row.getName() + ", 429 without a body",
                      Wires.bare(429, "", reset),
                      new Throttled(delay, null)),
                  row(
                      row.getName() + ", 429 with 99991400",
                      Wires.bare(429, code(99991400), reset, LOG_HEADER),
                      new Throttled(delay, LOG_ID)),
                  row(
                      row.getName() + ", 400 with 99991400",
                      Wires.bare(400, code(99991400), reset),
                      new Throttled(delay, null)),
                  row(
                      row.getName() + ", 200 with 99991400",
                      Wires.bare(200, code(99991400), reset),
                      new Throttled(delay, null)),
                  row(
                      row.getName() + ", 400 with 1000004",
                      Wires.bare(400, code(1000004), reset),
                      new Throttled(delay, null)),
                  row(
                      row.getName() + ", 400 with 1000005",
                      Wires.bare(400, code(1000005), reset),
                      new Throttled(delay, null)),
                  row(
                      row.getName() + ", 429 with an unknown code",
                      Wires.bare(429, code(4711), reset),
                      new Throttled(delay, null)),
                  row(
                      row.getName() + ", 429 with code 0",
                      Wires.bare(429, code(0), reset),
                      new Throttled(delay, null)));
            });
  }

  private static StandIn standIn(Wire wire) {
    StandIn feishu = new StandIn();
    feishu.script().always(Kind.SUBMIT, Turn.unclear(true, wire));
    return feishu;
  }

  private static FeishuFailure submit(Transport transport) {
    FeishuException thrown =
        Assertions.catchThrowableOfType(
            FeishuException.class,
            () ->
                new Deliveries(transport)
                    .submit(
                        Drafts.WEBSITE, Drafts.documented(), CallOptions.patient(Duration.ZERO)));
    return Objects.requireNonNull(thrown, "it was accepted").failure();
  }

  private static Arguments row(@Nullable String name, Wire wire, FeishuFailure expected) {
    return argumentSet(name == null ? "" : name, wire, expected);
  }

  private static Unanswered unanswered(
      Reason reason, int status, int code, @Nullable String logId) {
    return new Unanswered(reason, status, code, logId);
  }

  private static Unanswered lost(int status, @Nullable String logId) {
    return new Unanswered(Reason.CONNECTION_LOST, status, 0, logId);
  }

  private static String code(int code) {
    return "{\"code\":%d,\"msg\":\"any words\"}".formatted(code);
  }

  private static String accepted(String taskId) {
    return "{\"code\":0,\"msg\":\"ok\",\"data\":{\"task_id\":%s}}".formatted(taskId);
  }

  private static byte[] gzip(int size) {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(new byte[size]);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }
}

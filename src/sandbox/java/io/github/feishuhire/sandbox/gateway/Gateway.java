package io.github.feishuhire.sandbox.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.Body;
import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Refusal;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every request goes the same way: read, record, route, admit, perform. */
public final class Gateway implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

  private final InstantSource clock;
  private final RequestLog requestLog;
  private final Admission admission;
  private final Execution execution;
  private final ShutdownSignal shutdown;

  public Gateway(
      InstantSource clock,
      RequestLog requestLog,
      Admission admission,
      Execution execution,
      ShutdownSignal shutdown) {
    this.clock = clock;
    this.requestLog = requestLog;
    this.admission = admission;
    this.execution = execution;
    this.shutdown = shutdown;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      String path = exchange.getRequestURI().getPath();
      Map<String, String> query = query(exchange.getRequestURI());
      Optional<Api> api = Api.find(method, path);
      Body body = BodyReader.read(exchange);
      Instant now = clock.instant();
      String logId = LogId.next(now);
      RequestLog.Entry entry =
          requestLog.add(
              new RecordedRequest(
                  now,
                  logId,
                  api,
                  method,
                  path,
                  query,
                  headers(exchange),
                  body,
                  Optional.empty(),
                  false));
      var writer =
          new ReplyWriter(
              exchange,
              api,
              logId,
              (status, reply) ->
                  entry.markAnswered(new RecordedRequest.Answer(clock.instant(), status, reply)),
              shutdown);
      try {
        Call call = call(api, method, path, query, body);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String token = admission.admit(Optional.ofNullable(authorization), call.api());
        execution.perform(call, token, entry, writer);
      } catch (Refusal refusal) {
        writer.send(refusal.reply());
      } catch (RuntimeException bug) {
        LOG.error("The sandbox itself failed on {}", api, bug);
        throw bug;
      }
    }
  }

  private static Call call(
      Optional<Api> found, String method, String path, Map<String, String> query, Body body) {
    Api api = found.orElseThrow(() -> new Refusal(ErrorCode.PATH_NOT_FOUND));
    if (!api.method().equals(method)) {
      throw new Refusal(ErrorCode.WRONG_METHOD);
    }
    return new Call(api, api.parameters(path), query, body);
  }

  /** Of a name that comes twice, the first value counts. */
  private static Map<String, String> query(URI uri) {
    HttpUrl url =
        new HttpUrl.Builder()
            .scheme("http")
            .host("localhost")
            .encodedQuery(uri.getRawQuery())
            .build();
    return url.queryParameterNames().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                name -> name, name -> Objects.requireNonNullElse(url.queryParameter(name), "")));
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    return exchange.getRequestHeaders().entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                header -> header.getKey().toLowerCase(Locale.ROOT),
                header -> String.join(", ", header.getValue())));
  }
}

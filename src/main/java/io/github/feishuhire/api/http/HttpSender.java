package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Obstacle;
import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * One request, one reply, nothing repeated: by the deadline there is an answer or a {@link
 * FeishuFailure}.
 */
public final class HttpSender {

  private final OkHttpClient http;

  /** With a client that may answer by itself. */
  HttpSender(OkHttpClient http) {
    this.http = http;
  }

  /**
   * OkHttp without everything that sends a request again: a broken pooled connection, 408,
   * redirects and, by a body that can be written once and by hiding {@code Retry-After}, 503. Idle
   * connections are kept only briefly, because the other side may close them just when the next
   * request is written.
   */
  public static HttpSender create() {
    return new HttpSender(client().build());
  }

  static OkHttpClient.Builder client() {
    return new OkHttpClient.Builder()
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .connectTimeout(Duration.ofSeconds(5))
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        // Over HTTP/2 one connection that ends would leave all calls on it in doubt at once.
        .protocols(List.of(Protocol.HTTP_1_1))
        .socketFactory(new ChannelSockets())
        .connectionPool(new ConnectionPool(64, 30, TimeUnit.SECONDS))
        .eventListener(SendProgress.LISTENER)
        .addInterceptor(HttpSender::endSilence)
        .addNetworkInterceptor(StaleConnection.CHECK)
        .addNetworkInterceptor(chain -> neverAgain(chain.proceed(chain.request())));
  }

  /** A limit on each read has its price, so only those calls have one that may take long. */
  private static Response endSilence(Interceptor.Chain chain) throws IOException {
    SendProgress progress = chain.request().tag(SendProgress.class);
    if (progress == null || progress.longestSilence().isZero()) {
      return chain.proceed(chain.request());
    }
    int millis = (int) progress.longestSilence().toMillis();
    return chain
        .withReadTimeout(millis, TimeUnit.MILLISECONDS)
        .withWriteTimeout(millis, TimeUnit.MILLISECONDS)
        .proceed(chain.request());
  }

  private static Response neverAgain(Response response) {
    return response.header("Retry-After") == null
        ? response
        : response.newBuilder().removeHeader("Retry-After").build();
  }

  /**
   * Sends a request once.
   *
   * @param longestSilence of either side
   * @param largestReply in bytes
   * @return the whole body of a reply with {@code code} 0
   * @throws FeishuException for every other outcome
   */
  Answer<JsonNode> send(
      Request.Builder request, Duration deadline, Duration longestSilence, int largestReply) {
    long latest = System.nanoTime() + deadline.toNanos();
    Duration silence = longestSilence.compareTo(deadline) < 0 ? longestSilence : Duration.ZERO;
    while (true) {
      try {
        return attempt(request, latest - System.nanoTime(), silence, largestReply);
      } catch (StaleConnection nothingWasSent) {
        // The next one is taken from the pool, or made when that is empty.
      }
    }
  }

  private Answer<JsonNode> attempt(
      Request.Builder request, long nanosLeft, Duration silence, int largestReply)
      throws StaleConnection {
    SendProgress progress = new SendProgress(silence);
    var call = http.newCall(request.tag(SendProgress.class, progress).build());
    call.timeout().timeout(Math.max(1, nanosLeft), TimeUnit.NANOSECONDS);
    try (Response response = call.execute()) {
      return judge(response, largestReply);
    } catch (StaleConnection e) {
      throw e;
    } catch (IOException e) {
      boolean sent = progress.started() && !(e instanceof ContentException);
      throw new FeishuException(sent ? interruption(e, 0, null) : new NotSent(obstacle(e)));
    }
  }

  private static Answer<JsonNode> judge(Response response, int largestReply) {
    int status = response.code();
    String logId = Envelope.logId(response.header("X-Tt-Logid", response.header("X-Request-Id")));
    byte[] text;
    try {
      text = text(response.body().source(), largestReply);
    } catch (IOException e) {
      throw new FeishuException(interruption(e, status, logId), status, 0);
    }
    if (text == null) {
      throw new FeishuException(
          new Unanswered(Reason.REPLY_TOO_LARGE, status, 0, logId), status, 0);
    }
    JsonNode body = Json.tree(text);
    Envelope envelope = body == null ? null : Envelope.of(body, logId);
    if (body != null && envelope != null && envelope.code() == 0 && response.isSuccessful()) {
      return new Answer<>(body, status, logId);
    }
    throw new FeishuException(
        Failures.of(status, envelope, logId, response.header("x-ogw-ratelimit-reset")),
        status,
        envelope == null ? 0 : envelope.code());
  }

  private static byte @Nullable [] text(BufferedSource source, int largest) throws IOException {
    return source.request(largest + 1L) ? null : source.readByteArray();
  }

  /** OkHttp reports a passed deadline as an interruption. */
  private static FeishuFailure interruption(IOException e, int httpStatus, @Nullable String logId) {
    Reason reason =
        e instanceof InterruptedIOException ? Reason.DEADLINE_PASSED : Reason.CONNECTION_LOST;
    return new Unanswered(reason, httpStatus, 0, logId);
  }

  private static Obstacle obstacle(IOException e) {
    return switch (e) {
      case UnknownHostException unknown -> Obstacle.UNKNOWN_HOST;
      case ContentException incomplete -> Obstacle.CONTENT_UNREADABLE;
      case SSLException tls -> Obstacle.TLS_FAILED;
      default -> Obstacle.CONNECTION_FAILED;
    };
  }
}

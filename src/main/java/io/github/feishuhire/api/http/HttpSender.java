package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Obstacle;
import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.network.Egress;
import io.github.feishuhire.network.ProxyRefusalException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.OkHttpClient;
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

  /** With {@link SingleTransmission}, the way that the JVM was told. */
  public static HttpSender create() {
    return create(Egress.OF_THE_JVM);
  }

  /** With {@link SingleTransmission}. */
  public static HttpSender create(Egress egress) {
    return new HttpSender(egress.applyTo(SingleTransmission.client()).build());
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
      throw new FeishuException(
          sent ? interruption(e, 0, null) : new NotSent(obstacle(e, progress)));
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
      return new Answer<>(body, status, logId, response.headers().getInstant("Date"));
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

  /** A proxy that connects to nobody is reported as no more than an exception. */
  private static Obstacle obstacle(IOException e, SendProgress progress) {
    return switch (e) {
      case ProxyRefusalException refused -> Obstacle.PROXY_REFUSED;
      case IOException plain when plain.getClass() == IOException.class && progress.proxied() ->
          Obstacle.PROXY_REFUSED;
      case UnknownHostException unknown -> Obstacle.UNKNOWN_HOST;
      case ContentException incomplete -> Obstacle.CONTENT_UNREADABLE;
      case SSLException tls -> Obstacle.TLS_FAILED;
      default -> Obstacle.CONNECTION_FAILED;
    };
  }
}

package io.github.feishuhire.api.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * OkHttp without everything that sends a request again: a broken pooled connection, 408, redirects
 * and, by a body that can be written once and by hiding {@code Retry-After}, 503. Idle connections
 * are kept only briefly, because the other side may close them just when the next request is
 * written.
 */
final class SingleTransmission {

  private SingleTransmission() {}

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
        .connectionPool(new ConnectionPool(150, 30, TimeUnit.SECONDS))
        .eventListener(SendProgress.LISTENER)
        .addInterceptor(SingleTransmission::endSilence)
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
}

package io.github.feishuhire.download;

import io.github.feishuhire.download.DownloadException.Reason;
import io.github.feishuhire.network.Egress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Fetches files without holding them: nothing is read that nobody has asked for. */
public final class Downloads {

  /** All of it; as long as an upload may take, which is what a download feeds. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);
  private static final long LONGEST_DETAIL = 4 * 1024L;

  private final OkHttpClient http;
  private final Function<String, HttpUrl> permission;

  private Downloads(OkHttpClient http, Function<String, HttpUrl> permission) {
    this.http = http;
    this.permission = permission;
  }

  /**
   * From addresses that were configured or made by ourselves, and so may be anywhere.
   *
   * @param certificates a PEM file of those to trust; null for those that Java trusts
   */
  public static Downloads trusted(@Nullable Path certificates) {
    OkHttpClient.Builder client = client();
    if (certificates != null) {
      X509TrustManager trust = Certificates.trust(certificates);
      client.sslSocketFactory(Certificates.sockets(trust), trust);
    }
    return new Downloads(client.build(), HttpUrl::get);
  }

  /**
   * From addresses that somebody else wrote: over https, from these hosts and no other, and only
   * where they are in the public internet.
   *
   * @param hosts {@code name} or {@code name:port}; with none, nothing is ever fetched
   */
  public static Downloads untrusted(Collection<String> hosts) {
    return untrusted(hosts, Dns.SYSTEM, client());
  }

  /**
   * As {@link #untrusted(Collection)}, but through the proxy of that way, which resolves the names:
   * that none of them leads into a private network is for the proxy to see to. Names that are
   * resolved here have to be public.
   */
  public static Downloads untrusted(Collection<String> hosts, Egress egress) {
    Dns resolver =
        name ->
            egress.isProxy(name)
                ? Dns.SYSTEM.lookup(name)
                : new PublicAddresses(Dns.SYSTEM).lookup(name);
    return new Downloads(
        egress.applyTo(client()).dns(resolver).build(), new AllowedHosts(hosts)::permit);
  }

  /** With a resolver and a client of its own; a proxy would resolve the name once more. */
  static Downloads untrusted(
      Collection<String> hosts, Dns resolver, OkHttpClient.Builder prepared) {
    return new Downloads(
        prepared.dns(new PublicAddresses(resolver)).proxy(Proxy.NO_PROXY).build(),
        new AllowedHosts(hosts)::permit);
  }

  static OkHttpClient.Builder client() {
    return new OkHttpClient.Builder()
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .connectTimeout(Duration.ofSeconds(5))
        .readTimeout(LONGEST_SILENCE)
        .callTimeout(LONGEST)
        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS));
  }

  /**
   * Returns when the head of the reply is there; the caller closes it.
   *
   * @param headers to send besides what every request has
   * @throws DownloadException when there is no file
   */
  public Download open(String address, Map<String, String> headers) {
    Request.Builder request = new Request.Builder().url(permission.apply(address));
    headers.forEach(request::header);
    // The bytes as they are: neither a size that is another one, nor a small file that grows.
    request.header("Accept-Encoding", "identity");
    try {
      Response response = http.newCall(request.build()).execute();
      if (response.code() != 200) {
        try (response) {
          throw failure(response);
        }
      }
      return new Download(response);
    } catch (IOException e) {
      throw new DownloadException(reason(e));
    }
  }

  private static DownloadException failure(Response response) throws IOException {
    int status = response.code();
    Reason reason =
        switch (status) {
          case 408, 425, 429 -> Reason.UNAVAILABLE;
          default ->
              status >= 500
                  ? Reason.UNAVAILABLE
                  : status >= 300 && status < 400 ? Reason.REDIRECTED : Reason.REFUSED;
        };
    MediaType type = response.body().contentType();
    return new DownloadException(
        reason,
        status,
        type == null ? "" : type.type() + "/" + type.subtype(),
        response.peekBody(LONGEST_DETAIL).string());
  }

  private static Reason reason(IOException e) {
    return switch (e) {
      case PublicAddresses.NotPublicException inside -> Reason.NOT_ALLOWED;
      case UnknownHostException unknown -> Reason.UNREACHABLE;
      case ConnectException refused -> Reason.UNREACHABLE;
      case NoRouteToHostException nowhere -> Reason.UNREACHABLE;
      case SSLException tls -> Reason.UNREACHABLE;
      default -> Reason.UNAVAILABLE;
    };
  }
}

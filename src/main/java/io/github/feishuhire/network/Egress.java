package io.github.feishuhire.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The way out for those clients that it is applied to, and for no other of this process. */
public final class Egress {

  /** As the JVM was told, which holds for the whole process. */
  public static final Egress OF_THE_JVM = new Egress(null, null);

  private static final String CREDENTIALS = "Proxy-Authorization";

  private final @Nullable WebProxy proxy;
  private final @Nullable Trust trust;

  /**
   * Null stands for what the JVM was told.
   *
   * @param proxy for all hosts but some
   * @param trust in place of the JVM's trust store
   */
  public Egress(@Nullable WebProxy proxy, @Nullable Trust trust) {
    this.proxy = proxy;
    this.trust = trust;
  }

  /** The proxy between us and an address; empty when there is none, or only the JVM knows it. */
  public Optional<WebProxy> proxyFor(URI address) {
    return Optional.ofNullable(proxy).filter(one -> one.isFor(String.valueOf(address.getHost())));
  }

  /** Whether this is the proxy itself. */
  public boolean isProxy(String host) {
    return proxy != null && proxy.host().equalsIgnoreCase(host);
  }

  public boolean hasProxy() {
    return proxy != null;
  }

  /** Has a client take this way. */
  public OkHttpClient.Builder applyTo(OkHttpClient.Builder client) {
    if (proxy != null) {
      client.proxySelector(selector(proxy)).proxyAuthenticator(authenticator(proxy));
    }
    if (trust != null) {
      client.sslSocketFactory(trust.context().getSocketFactory(), trust.judge());
    }
    return client;
  }

  private static ProxySelector selector(WebProxy proxy) {
    Proxy http =
        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI address) {
        return List.of(proxy.isFor(String.valueOf(address.getHost())) ? http : Proxy.NO_PROXY);
      }

      @Override
      public void connectFailed(URI address, SocketAddress there, IOException failure) {
        // There is no other one to choose instead.
      }
    };
  }

  /** Asked before the first word to the proxy, and when the proxy wants more. */
  private static Authenticator authenticator(WebProxy proxy) {
    return (route, reply) -> {
      WebProxy.Credentials credentials = proxy.credentials();
      boolean isAnswered = reply.request().header(CREDENTIALS) != null;
      boolean isFirst =
          reply.challenges().stream()
              .anyMatch(challenge -> challenge.scheme().equals("OkHttp-Preemptive"));
      if (credentials == null && isFirst) {
        return null;
      }
      if (credentials == null || isAnswered) {
        throw new ProxyRefusalException();
      }
      return reply
          .request()
          .newBuilder()
          .header(
              CREDENTIALS, Credentials.basic(credentials.username(), credentials.password(), UTF_8))
          .build();
    };
  }
}

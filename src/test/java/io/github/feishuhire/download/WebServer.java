package io.github.feishuhire.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.SocketFactory;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * A web server that is reached at any address whatsoever: whoever connects anywhere gets to it, and
 * where they meant to go is noted.
 */
final class WebServer implements AutoCloseable {

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HandshakeCertificates certificates;
  private final List<InetAddress> connections = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  WebServer(HttpHandler handler, String... names) {
    HeldCertificate.Builder builder = new HeldCertificate.Builder();
    List.of(names).forEach(builder::addSubjectAlternativeName);
    HeldCertificate certificate = builder.build();
    certificates =
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .addTrustedCertificate(certificate.certificate())
            .build();
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setHttpsConfigurator(new HttpsConfigurator(certificates.sslContext()));
    server.createContext("/", exchange -> note(exchange, handler));
    server.setExecutor(threads);
    server.start();
  }

  private void note(HttpExchange exchange, HttpHandler handler) throws IOException {
    exchange.getRequestHeaders().forEach((name, values) -> requests.add(name + ": " + values));
    try (exchange) {
      handler.handle(exchange);
    }
  }

  /** What is allowed to fetch from these hosts, with a resolver that anybody may own. */
  Downloads downloads(List<String> hosts, Dns resolver) {
    return Downloads.untrusted(hosts, resolver, client());
  }

  private OkHttpClient.Builder client() {
    return Downloads.client()
        .socketFactory(new Everywhere())
        .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager());
  }

  /** Where somebody connected to, in order. */
  List<InetAddress> connections() {
    return connections;
  }

  /** The headers of everything that was asked. */
  List<String> requests() {
    return requests;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private final class Everywhere extends SocketFactory {

    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
          connections.add(((InetSocketAddress) address).getAddress());
          super.connect(server.getAddress(), timeout);
        }
      };
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}

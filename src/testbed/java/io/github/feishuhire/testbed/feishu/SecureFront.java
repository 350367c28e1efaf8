package io.github.feishuhire.testbed.feishu;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;

/**
 * The stand-in behind TLS, where HTTP/2 and HTTP/1.1 are offered. To whom chooses HTTP/2 it often
 * says that a submission was not processed: it refuses the stream, or goes away.
 */
public final class SecureFront implements AutoCloseable {

  private static final int REFUSED_STREAM = 7;
  private static final String PASSWORD = "no-secret";

  private final MockWebServer server = new MockWebServer();
  private final OkHttpClient client =
      new OkHttpClient.Builder().protocols(List.of(Protocol.HTTP_1_1)).build();
  private final AtomicInteger submissions = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final URI behind;
  private final Path trustStore;

  /**
   * Starts.
   *
   * @param folder for the file that says that it can be trusted
   */
  public SecureFront(StandIn feishu, Path folder) {
    behind = feishu.baseUrl("");
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    trustStore = write(certificate, folder);
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory());
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    try {
      server.start(InetAddress.getLoopbackAddress(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link StandIn#baseUrl(String)}. */
  public URI baseUrl(String worker) {
    return URI.create("https://localhost:" + server.getPort() + "/" + worker);
  }

  /** Options for a JVM that is to trust it. */
  public List<String> trust() {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + trustStore,
        "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
  }

  /** How many requests have come. */
  public int requests() {
    return requests.get();
  }

  private MockResponse answer(RecordedRequest request) {
    requests.incrementAndGet();
    boolean submission = Kind.of(request.getTarget()) == Kind.SUBMIT;
    if (submission && request.getVersion().equals("HTTP/2")) {
      int number = submissions.incrementAndGet();
      if (number % 3 == 0) {
        return effect(new SocketEffect.CloseStream(REFUSED_STREAM));
      }
      if (number % 7 == 0) {
        return passOn(request)
            .newBuilder()
            .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
            .build();
      }
    }
    return passOn(request);
  }

  private static MockResponse effect(SocketEffect effect) {
    return new MockResponse.Builder().onResponseStart(effect).build();
  }

  private MockResponse passOn(RecordedRequest request) {
    Request.Builder further =
        new Request.Builder().url(behind.resolve(request.getTarget()).toString());
    for (var header : request.getHeaders()) {
      if (!header.getFirst().startsWith(":")) {
        further.header(header.getFirst(), header.getSecond());
      }
    }
    boolean post = request.getMethod().equals("POST");
    RequestBody body =
        post ? RequestBody.create(Objects.requireNonNull(request.getBody()).toByteArray()) : null;
    try (Response reply =
        client.newCall(further.method(request.getMethod(), body).build()).execute()) {
      return new MockResponse.Builder()
          .code(reply.code())
          .addHeader("Content-Type", "application/json")
          .body(new Buffer().write(reply.body().bytes()))
          .build();
    } catch (IOException e) {
      return effect(new SocketEffect.CloseSocket());
    }
  }

  private static Path write(HeldCertificate certificate, Path folder) {
    try {
      Path file = Files.createTempFile(Files.createDirectories(folder), "trust", ".p12");
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("front", certificate.certificate());
      try (OutputStream out = Files.newOutputStream(file)) {
        store.store(out, PASSWORD.toCharArray());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    client.connectionPool().evictAll();
  }
}

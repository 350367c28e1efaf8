package io.github.feishuhire.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.github.feishuhire.download.DownloadException.Reason;
import io.github.feishuhire.network.Egress;
import io.github.feishuhire.network.Trust;
import io.github.feishuhire.network.WebProxy;
import io.github.feishuhire.testbed.network.PrivateTls;
import io.github.feishuhire.testbed.network.SmallProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A resume from the web, where only a proxy can reach it. */
final class ProxiedDownloadTest {

  private static final String HOST = "files.invalid";

  private HttpServer server;
  private PrivateTls tls;
  private SmallProxy proxy;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 4);
          exchange.getResponseBody().write("%PDF".getBytes(UTF_8));
          exchange.close();
        });
    server.start();
    tls = new PrivateTls(HOST, URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    proxy = new SmallProxy(Map.of(HOST + ":443", tls.port()), null);
  }

  @AfterEach
  void stop() {
    proxy.close();
    tls.close();
    server.stop(0);
  }

  @Test
  void comesThroughIt() throws IOException {
    try (Download download = downloads().open("https://" + HOST + "/cv.pdf", Map.of())) {
      assertThat(new String(download.stream().readAllBytes(), UTF_8)).isEqualTo("%PDF");
    }
    assertThat(proxy.connections()).containsExactly(HOST + ":443");
  }

  @Test
  void aHostThatIsNotListedIsNotAskedFor() {
    assertThat(refusal(downloads(), "https://elsewhere.invalid/cv.pdf"))
        .isEqualTo(Reason.NOT_ALLOWED);
    assertThat(proxy.connections()).isEmpty();
  }

  /** What does not go through it is resolved here, and has to be public as ever. */
  @Test
  void aHostThatIsReachedWithoutItIsPublic() {
    Downloads downloads = Downloads.untrusted(List.of("localhost"), egress());

    assertThat(refusal(downloads, "https://localhost/cv.pdf")).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(proxy.connections()).isEmpty();
  }

  private Downloads downloads() {
    return Downloads.untrusted(List.of(HOST), egress());
  }

  private Egress egress() {
    HandshakeCertificates trust = tls.trust();
    return new Egress(
        new WebProxy("127.0.0.1", proxy.port(), null, Set.of()),
        Trust.of(trust.sslContext(), trust.trustManager()));
  }

  private static Reason refusal(Downloads downloads, String address) {
    return catchThrowableOfType(
            DownloadException.class, () -> downloads.open(address, Map.of()).close())
        .reason();
  }
}

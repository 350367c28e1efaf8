package io.github.feishuhire.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import io.github.feishuhire.download.DownloadException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DownloadTest {

  private static final byte[] CONTENT = "%PDF-1.7 简历".getBytes(UTF_8);

  private final WebServer server = new WebServer(DownloadTest::answer, "files.example.com");
  private final Downloads downloads =
      server.downloads(
          List.of("Files.example.com"), host -> List.of(InetAddress.getByName("93.184.215.14")));

  @AfterEach
  void close() {
    server.close();
  }

  /** What to answer is in the path. */
  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    exchange.getResponseHeaders().set("Content-Type", "application/pdf");
    if (path.startsWith("/status/")) {
      exchange.getResponseHeaders().set("Location", "https://files.example.com/cv.pdf");
      exchange.sendResponseHeaders(Integer.parseInt(path.substring(8)), -1);
    } else {
      exchange.sendResponseHeaders(200, path.endsWith("unknown.pdf") ? 0 : CONTENT.length);
      exchange.getResponseBody().write(CONTENT);
    }
  }

  @Test
  void bringsTheFileAndWhatIsKnownOfIt() throws IOException {
    try (Download download =
        downloads.open("https://files.example.com/a/%E7%AE%80%E5%8E%86.pdf?sign=1#x", Map.of())) {
      assertThat(download.name()).isEqualTo("简历.pdf");
      assertThat(download.contentType()).isEqualTo("application/pdf");
      assertThat(download.size()).isEqualTo(CONTENT.length);
      assertThat(download.stream()).hasBinaryContent(CONTENT);
    }
  }

  @Test
  void bringsAFileOfUnknownSize() throws IOException {
    try (Download download = downloads.open("https://files.example.com/unknown.pdf", Map.of())) {
      assertThat(download.size()).isEqualTo(-1);
      assertThat(download.stream()).hasBinaryContent(CONTENT);
    }
  }

  @Test
  void tellsNothingOfWhoAsks() {
    downloads.open("https://FILES.example.com:443/cv.pdf", Map.of()).close();

    assertThat(server.requests())
        .extracting(header -> header.replaceAll(":.*", ""))
        .containsExactlyInAnyOrder("Host", "Connection", "Accept-encoding", "User-agent");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsNoRedirectNotEvenToTheSameHost(int status) {
    assertThat(failure("/status/" + status).reason()).isEqualTo(Reason.REDIRECTED);
    assertThat(server.connections()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "204, REFUSED",
    "400, REFUSED",
    "401, REFUSED",
    "403, REFUSED",
    "404, REFUSED",
    "410, REFUSED",
    "429, UNAVAILABLE",
    "500, UNAVAILABLE",
    "503, UNAVAILABLE",
  })
  void tellsAServerThatSaysNoFromOneThatCannot(int status, Reason reason) {
    DownloadException failure = failure("/status/" + status);

    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.status()).isEqualTo(status);
  }

  @Test
  void anotherCertificateIsNoConnection() {
    try (WebServer other = new WebServer(DownloadTest::answer, "other.example.com")) {
      Downloads fromOther =
          other.downloads(
              List.of("files.example.com"),
              host -> List.of(InetAddress.getByName("93.184.215.14")));

      DownloadException failure =
          catchThrowableOfType(
              DownloadException.class,
              () -> fromOther.open("https://files.example.com/cv.pdf", Map.of()).close());

      assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
      assertThat(other.requests()).isEmpty();
    }
  }

  private DownloadException failure(String path) {
    return catchThrowableOfType(
        DownloadException.class,
        () -> downloads.open("https://files.example.com" + path, Map.of()).close());
  }
}

package io.github.feishuhire.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feishuhire.download.DownloadException.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody connects anywhere: each test looks at every connection that was tried. */
final class HostileAddressTest {

  private static final String HOST = "files.example.com";
  private static final String PUBLIC = "93.184.215.14";

  private final WebServer server =
      new WebServer(exchange -> exchange.sendResponseHeaders(200, -1), HOST, "*.example.com");

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // not https
        "http://files.example.com/cv.pdf",
        "ftp://files.example.com/cv.pdf",
        "file:///etc/passwd",
        "file://files.example.com/etc/passwd",
        "jar:https://files.example.com/a.jar!/cv.pdf",
        "gopher://files.example.com:443/_GET",
        "data:text/plain;base64,QQ==",
        "//files.example.com/cv.pdf",
        "wss://files.example.com/cv.pdf",
        // other hosts
        "https://example.com/cv.pdf",
        "https://evil.example.com/cv.pdf",
        "https://a.files.example.com/cv.pdf",
        "https://files.example.com.evil.example/cv.pdf",
        "https://files-example.com/cv.pdf",
        "https://xfiles.example.com/cv.pdf",
        "https://files.example.com./cv.pdf",
        "https://files.example.co/cv.pdf",
        "https://fіles.example.com/cv.pdf",
        "https://evil.example/?https://files.example.com/cv.pdf",
        "https://evil.example/files.example.com/cv.pdf",
        "https://evil.example#files.example.com",
        // other ports
        "https://files.example.com:22/cv.pdf",
        "https://files.example.com:8443/cv.pdf",
        "https://files.example.com:80/cv.pdf",
        "https://files.example.com:0/cv.pdf",
        "https://files.example.com:65536/cv.pdf",
        // a host in disguise
        "https://files.example.com@evil.example/cv.pdf",
        "https://files.example.com:443@evil.example/cv.pdf",
        "https://files.example.com%40evil.example/cv.pdf",
        "https://evil.example\\@files.example.com/cv.pdf",
        "https://evil.example\\files.example.com/cv.pdf",
        "https://files.example.com%00.evil.example/cv.pdf",
        "https://files.example.com%2eevil.example/cv.pdf",
        // credentials
        "https://user@files.example.com/cv.pdf",
        "https://user:password@files.example.com/cv.pdf",
        "https://:password@files.example.com/cv.pdf",
        // addresses
        "https://127.0.0.1/cv.pdf",
        "https://127.1/cv.pdf",
        "https://2130706433/cv.pdf",
        "https://0x7f000001/cv.pdf",
        "https://0177.0.0.1/cv.pdf",
        "https://0/cv.pdf",
        "https://[::1]/cv.pdf",
        "https://[::ffff:127.0.0.1]/cv.pdf",
        "https://[::ffff:a9fe:a9fe]/cv.pdf",
        "https://[fd00:ec2::254]/latest/meta-data/",
        "https://[fe80::1%25eth0]/cv.pdf",
        "https://169.254.169.254/latest/meta-data/",
        "https://100.100.100.200/latest/meta-data/",
        "https://10.0.0.1/cv.pdf",
        "https://①②⑦.⓪.⓪.①/cv.pdf",
        "https://localhost/cv.pdf",
        "https://metadata.google.internal/computeMetadata/v1/",
        "https://kubernetes.default.svc/api",
        // nothing at all
        "https://",
        "https:///cv.pdf",
        "https://:443/cv.pdf",
        "https:",
        "",
        "cv.pdf",
      })
  void isNotFetched(String address) {
    Downloads downloads = server.downloads(List.of(HOST), always(PUBLIC));

    assertThat(failure(downloads, address).reason()).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(server.connections()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.100.100.200",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::10.0.0.1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
      })
  void isNotFetchedFromInside(String where) {
    Downloads downloads = server.downloads(List.of(HOST), always(where));

    assertThat(failure(downloads, "https://files.example.com/cv.pdf").reason())
        .isEqualTo(Reason.NOT_ALLOWED);
    assertThat(server.connections()).isEmpty();
  }

  @Test
  void oneAddressInsideSpoilsAllOthers() {
    Downloads downloads = server.downloads(List.of(HOST), always(PUBLIC, "10.0.0.1"));

    assertThat(failure(downloads, "https://files.example.com/cv.pdf").reason())
        .isEqualTo(Reason.NOT_ALLOWED);
    assertThat(server.connections()).isEmpty();
  }

  @Test
  void aNameThatMeansSomethingElseWhenAskedAgainIsAskedOnce() throws UnknownHostException {
    Downloads downloads = server.downloads(List.of(HOST), oneAfterTheOther(PUBLIC, "127.0.0.1"));

    downloads.open("https://files.example.com/cv.pdf", Map.of()).close();

    assertThat(server.connections()).containsExactly(InetAddress.getByName(PUBLIC));
  }

  @Test
  void aNameThatHasMovedInsideIsNotFetchedAgain() throws UnknownHostException {
    Downloads downloads = server.downloads(List.of(HOST), oneAfterTheOther(PUBLIC, "10.0.0.1"));

    downloads.open("https://files.example.com/cv.pdf", Map.of()).close();
    DownloadException failure = failure(downloads, "https://files.example.com/cv.pdf");

    assertThat(failure.reason()).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(server.connections()).containsExactly(InetAddress.getByName(PUBLIC));
  }

  @Test
  void withoutHostsNothingIsFetched() {
    Downloads downloads = server.downloads(List.of(), always(PUBLIC));

    assertThat(failure(downloads, "https://files.example.com/cv.pdf").reason())
        .isEqualTo(Reason.NOT_ALLOWED);
    assertThat(server.connections()).isEmpty();
  }

  @Test
  void aFailureDoesNotShowTheAddress() {
    Downloads downloads = server.downloads(List.of(HOST), always("10.0.0.1"));

    assertThat(failure(downloads, "https://files.example.com/cv.pdf?token=canary"))
        .hasNoCause()
        .hasMessageNotContainingAny("canary", "example", "10.0.0.1");
  }

  private static DownloadException failure(Downloads downloads, String address) {
    return catchThrowableOfType(
        DownloadException.class, () -> downloads.open(address, Map.of()).close());
  }

  private static Dns always(String... addresses) {
    return host -> List.of(addresses).stream().map(HostileAddressTest::address).toList();
  }

  private static Dns oneAfterTheOther(String... addresses) {
    Iterator<String> rest = List.of(addresses).iterator();
    return host -> List.of(address(rest.next()));
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

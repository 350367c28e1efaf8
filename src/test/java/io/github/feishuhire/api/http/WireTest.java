package io.github.feishuhire.api.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.attachment.Attachments;
import io.github.feishuhire.api.attachment.ResumeFile;
import io.github.feishuhire.api.delivery.Deliveries;
import io.github.feishuhire.api.delivery.DeliveryTask;
import io.github.feishuhire.api.delivery.Drafts;
import io.github.feishuhire.api.http.RawServer.Connections;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no HTTP server lets one see: the bytes themselves. */
final class WireTest {

  private static final CallOptions TERMS = CallOptions.patient(Duration.ZERO);

  private final Queue<String> bodies = new ConcurrentLinkedQueue<>();
  private final RawServer server = RawServer.start(Connections.POOLED, this::acceptAnything);
  private final Transport transport =
      new Transport(
          Apps.at(server.baseUrl()), QuotaShare.ALONE, HttpSender.create(), Time.system());
  private final Deliveries deliveries = new Deliveries(transport);

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "f1c2, f1c2",
    "a/b, a%2Fb",
    "../../tokens, ..%2F..%2Ftokens",
    "?x=1, %3Fx=1",
    "#x, %23x",
    "%2F, %252F",
    "a b, a%20b",
    "中, %E4%B8%AD"
  })
  void anArgumentStaysWithinItsSegment(String taskId, String segment) {
    DeliveryTask unused = deliveries.task("70473", taskId, TERMS);

    assertThat(server.read().getFirst().head())
        .startsWith(
            "GET /open-apis/hire/v1/websites/70473/delivery_tasks/%s HTTP/1.1\r\n"
                .formatted(segment));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", ".."})
  void anArgumentThatIsNoSegmentIsNotSent(String taskId) {
    assertThatThrownBy(() -> deliveries.task("70473", taskId, TERMS))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(server.begun()).isEmpty();
  }

  @Test
  void nothingIsSentThatWasNotAskedFor() {
    String unused = deliveries.submit(Drafts.WEBSITE, Drafts.required(), TERMS);

    List<String> names =
        server
            .read()
            .getFirst()
            .head()
            .lines()
            .skip(1)
            .map(line -> line.replaceFirst(":.*", ""))
            .toList();
    assertThat(names)
        .containsExactlyInAnyOrder(
            "Authorization",
            "Content-Type",
            "Content-Length",
            "Host",
            "Connection",
            "Accept-Encoding",
            "User-Agent",
            "");
  }

  @ParameterizedTest
  @CsvSource({
    "简历.pdf, 简历.pdf",
    "the \"best\".pdf, the %22best%22.pdf",
    "it's; filename=x.pdf, it's; filename=x.pdf"
  })
  void theFileIsTheOnlyPartAndItsNameIsUtf8(String name, String written) {
    byte[] content = "%PDF-1.7".getBytes(UTF_8);

    String unused =
        new Attachments(transport)
            .upload(
                new ResumeFile(
                    name,
                    "application/pdf",
                    content.length,
                    () -> new ByteArrayInputStream(content)),
                TERMS);

    String boundary = server.read().getFirst().head().replaceAll("(?s).*boundary=(\\S+).*", "$1");
    assertThat(bodies.element().replaceAll("Content-Length: \\d+\r\n", ""))
        .isEqualTo(
            "--%s\r\n".formatted(boundary)
                + "Content-Disposition: form-data; name=\"content\"; filename=\"%s\"\r\n"
                    .formatted(written)
                + "Content-Type: application/pdf\r\n"
                + "\r\n"
                + "%PDF-1.7\r\n"
                + "--%s--\r\n".formatted(boundary));
  }

  private void acceptAnything(Incoming request) throws IOException {
    bodies.add(request.readBody());
    String reply = "{\"code\":0,\"data\":{\"task_id\":\"f1c2\",\"id\":\"7095\"}}";
    request.write(
        "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(reply.length(), reply)
            .getBytes(ISO_8859_1));
  }
}

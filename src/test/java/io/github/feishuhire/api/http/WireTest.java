package io.github.feishuhire.api.http;

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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes themselves. */
final class WireTest {

  private static final CallOptions TERMS = CallOptions.patient(Duration.ZERO);

  private final Queue<RecordedRequest> requests = new ConcurrentLinkedQueue<>();
  private final MockWebServer server = new MockWebServer();
  private Transport transport;
  private Deliveries deliveries;

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return accept(request);
          }
        });
    server.start(InetAddress.getLoopbackAddress(), 0);
    transport =
        new Transport(
            Apps.at(server.url("/").uri()), QuotaShare.ALONE, HttpSender.create(), Time.system());
    deliveries = new Deliveries(transport);
  }

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

    assertThat(requests.element().getRequestLine())
        .isEqualTo(
            "GET /open-apis/hire/v1/websites/70473/delivery_tasks/%s HTTP/1.1".formatted(segment));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", ".."})
  void anArgumentThatIsNoSegmentIsNotSent(String taskId) {
    assertThatThrownBy(() -> deliveries.task("70473", taskId, TERMS))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(requests).isEmpty();
  }

  @Test
  void nothingIsSentThatWasNotAskedFor() {
    String unused = deliveries.submit(Drafts.WEBSITE, Drafts.required(), TERMS);

    assertThat(
            requests
                .element()
                .getHeaders()
                .toString()
                .lines()
                .map(it -> it.replaceFirst(":.*", "")))
        .containsExactlyInAnyOrder(
            "Authorization",
            "Content-Type",
            "Content-Length",
            "Host",
            "Connection",
            "Accept-Encoding",
            "User-Agent");
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

    String boundary =
        Objects.requireNonNull(requests.element().getHeaders().get("Content-Type"))
            .replaceAll(".*boundary=", "");
    assertThat(
            Objects.requireNonNull(requests.element().getBody())
                .utf8()
                .replaceAll("Content-Length: \\d+\r\n", ""))
        .isEqualTo(
            "--%s\r\n".formatted(boundary)
                + "Content-Disposition: form-data; name=\"content\"; filename=\"%s\"\r\n"
                    .formatted(written)
                + "Content-Type: application/pdf\r\n"
                + "\r\n"
                + "%PDF-1.7\r\n"
                + "--%s--\r\n".formatted(boundary));
  }

  private MockResponse accept(RecordedRequest request) {
    if (!request.getTarget().contains("/tenant_access_token/")) {
      requests.add(request);
    }
    return new MockResponse.Builder()
        .body(
            """
            {"code":0,"tenant_access_token":"t-1","expire":7200,"data":{"task_id":"f1","id":"7"}}""")
        .build();
  }
}

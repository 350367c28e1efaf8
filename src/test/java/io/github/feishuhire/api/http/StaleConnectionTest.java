package io.github.feishuhire.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.delivery.Deliveries;
import io.github.feishuhire.api.delivery.Drafts;
import io.github.feishuhire.api.http.RawServer.Connections;
import java.time.Duration;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** A connection is used again as long as the other side keeps it, and never once it is closed. */
final class StaleConnectionTest {

  private static final String TASK_ID = "f1c2a0f138ec492d99d7ab73594158ad";
  private static final Script ACCEPT =
      Script.reply(200, "{\"code\":0,\"data\":{\"task_id\":\"%s\"}}".formatted(TASK_ID));
  private static final Script ACCEPT_THEN_CLOSE =
      request -> {
        ACCEPT.answer(request);
        request.close();
      };
  private static final HeldCertificate CERTIFICATE =
      new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
  private static final HandshakeCertificates TLS =
      new HandshakeCertificates.Builder()
          .heldCertificate(CERTIFICATE)
          .addTrustedCertificate(CERTIFICATE.certificate())
          .build();

  @Test
  void isUsedAgain() {
    try (var server = RawServer.start(Connections.POOLED, ACCEPT)) {
      submitThreeTimes(server);

      assertThat(server.read()).extracting(Incoming::connection).containsExactly(1, 1, 1);
    }
  }

  @Test
  void isUsedAgainOverTls() {
    try (var server = RawServer.start(TLS.sslContext(), Connections.POOLED, ACCEPT)) {
      submitThreeTimes(server);

      assertThat(server.read()).extracting(Incoming::connection).containsExactly(1, 1, 1);
    }
  }

  @Test
  void isReplacedBeforeAnythingIsSent() {
    try (var server = RawServer.start(Connections.POOLED, ACCEPT_THEN_CLOSE)) {
      submitThreeTimes(server);

      assertThat(server.begun()).extracting(Incoming::connection).containsExactly(1, 2, 3);
    }
  }

  @Test
  void isReplacedBeforeAnythingIsSentOverTls() {
    try (var server = RawServer.start(TLS.sslContext(), Connections.POOLED, ACCEPT_THEN_CLOSE)) {
      submitThreeTimes(server);

      assertThat(server.begun()).extracting(Incoming::connection).containsExactly(1, 2, 3);
    }
  }

  private static void submitThreeTimes(RawServer server) {
    HttpSender exchange =
        new HttpSender(
            SingleTransmission.client()
                .sslSocketFactory(TLS.sslSocketFactory(), TLS.trustManager())
                .build());
    var deliveries =
        new Deliveries(
            new Transport(Apps.at(server.baseUrl()), QuotaShare.ALONE, exchange, Time.system()));
    for (int i = 0; i < 3; i++) {
      String taskId =
          deliveries.submit(Drafts.WEBSITE, Drafts.required(), CallOptions.patient(Duration.ZERO));
      assertThat(taskId).isEqualTo(TASK_ID);
    }
  }
}

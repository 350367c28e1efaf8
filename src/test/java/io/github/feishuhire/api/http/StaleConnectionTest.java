package io.github.feishuhire.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.delivery.Deliveries;
import io.github.feishuhire.api.delivery.Drafts;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.Request;
import io.github.feishuhire.testbed.feishu.StandIn;
import io.github.feishuhire.testbed.feishu.Submission.Answer;
import io.github.feishuhire.testbed.feishu.Turn;
import io.github.feishuhire.testbed.feishu.Wires;
import java.time.Duration;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A connection is used again as long as the other side keeps it, and never once it is closed. */
final class StaleConnectionTest {

  private static final Turn ACCEPT_THEN_CLOSE =
      new Turn(
          true,
          true,
          Answer.YES,
          (socket, usual) -> {
            boolean open = Wires.usual().play(socket, usual);
            socket.close();
            return !open;
          });
  private static final HeldCertificate CERTIFICATE =
      new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
  private static final HandshakeCertificates TLS =
      new HandshakeCertificates.Builder()
          .heldCertificate(CERTIFICATE)
          .addTrustedCertificate(CERTIFICATE.certificate())
          .build();

  @Test
  void isUsedAgain() {
    try (var feishu = new StandIn()) {
      submitThreeTimes(feishu, 1);

      assertThat(feishu.begun()).extracting(Request::connection).containsExactly(1, 1, 1);
    }
  }

  @Test
  void isUsedAgainOverTls() {
    try (var feishu = new StandIn(TLS.sslContext())) {
      submitThreeTimes(feishu, 1);

      assertThat(feishu.begun()).extracting(Request::connection).containsExactly(1, 1, 1);
    }
  }

  @Test
  void isReplacedBeforeAnythingIsSent() {
    try (var feishu = new StandIn()) {
      feishu.script().always(Kind.SUBMIT, ACCEPT_THEN_CLOSE);

      submitThreeTimes(feishu, 0);

      assertThat(feishu.begun()).extracting(Request::connection).containsExactly(1, 2, 3);
    }
  }

  @Test
  void isReplacedBeforeAnythingIsSentOverTls() {
    try (var feishu = new StandIn(TLS.sslContext())) {
      feishu.script().always(Kind.SUBMIT, ACCEPT_THEN_CLOSE);

      submitThreeTimes(feishu, 0);

      assertThat(feishu.begun()).extracting(Request::connection).containsExactly(1, 2, 3);
    }
  }

  /**
   * @param kept connections that the other side has open after each
   */
  private static void submitThreeTimes(StandIn feishu, int kept) {
    HttpSender exchange =
        new HttpSender(
            SingleTransmission.client()
                .sslSocketFactory(TLS.sslSocketFactory(), TLS.trustManager())
                .build());
    var deliveries =
        new Deliveries(
            new Transport(Apps.at(feishu.baseUrl("")), QuotaShare.ALONE, exchange, Time.system()));
    for (int i = 0; i < 3; i++) {
      String taskId =
          deliveries.submit(Drafts.WEBSITE, Drafts.required(), CallOptions.patient(Duration.ZERO));
      assertThat(taskId).isEqualTo(feishu.taskOf(Drafts.WEBSITE));
      Awaitility.await().until(() -> feishu.openConnections() == kept);
    }
  }
}

package io.github.feishuhire.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Obstacle;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.delivery.Deliveries;
import io.github.feishuhire.api.delivery.Drafts;
import io.github.feishuhire.network.Egress;
import io.github.feishuhire.network.Trust;
import io.github.feishuhire.network.WebProxy;
import io.github.feishuhire.network.WebProxy.Credentials;
import io.github.feishuhire.testbed.feishu.StandIn;
import io.github.feishuhire.testbed.network.PrivateTls;
import io.github.feishuhire.testbed.network.SmallProxy;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okhttp3.tls.HandshakeCertificates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feishu behind a proxy, under a name that only the proxy can resolve. */
final class ProxyTest {

  private static final String FEISHU = "feishu.invalid";
  private static final Credentials KNOWN = new Credentials("hire", "p@ss wörd");

  private StandIn feishu;
  private PrivateTls tls;
  private SmallProxy proxy;

  @BeforeEach
  void start() {
    feishu = new StandIn();
    tls = new PrivateTls(FEISHU, feishu.baseUrl(""));
    proxy = new SmallProxy(Map.of(FEISHU + ":443", tls.port()), "hire:p@ss wörd");
  }

  @AfterEach
  void stop() {
    proxy.close();
    tls.close();
    feishu.close();
  }

  @Test
  void carriesEachCallOnceAndOneConnectionCarriesSeveral() {
    Deliveries deliveries = deliveries(through(proxy.port(), KNOWN), "https://" + FEISHU);

    assertThat(submit(deliveries)).isEqualTo(feishu.taskOf(Drafts.WEBSITE));
    assertThat(submit(deliveries)).isEqualTo(feishu.taskOf(Drafts.WEBSITE));

    assertThat(proxy.connections()).containsExactly(FEISHU + ":443");
    assertThat(feishu.submissions()).hasSize(2);
  }

  @Test
  void nothingIsSentWithoutItsPassword() {
    assertThat(failure(through(proxy.port(), null), "https://" + FEISHU))
        .isEqualTo(new NotSent(Obstacle.PROXY_REFUSED));
    assertThat(
            failure(through(proxy.port(), new Credentials("hire", "wrong")), "https://" + FEISHU))
        .isEqualTo(new NotSent(Obstacle.PROXY_REFUSED));

    assertThat(feishu.begun()).isEmpty();
  }

  @Test
  void nothingIsSentToAHostThatItDoesNotConnectTo() {
    assertThat(failure(through(proxy.port(), KNOWN), "https://elsewhere.invalid"))
        .isEqualTo(new NotSent(Obstacle.PROXY_REFUSED));

    assertThat(feishu.begun()).isEmpty();
  }

  @Test
  void aProxyThatIsNotThereIsNoConnection() {
    int port = proxy.port();
    proxy.close();

    assertThat(failure(through(port, KNOWN), "https://" + FEISHU))
        .isEqualTo(new NotSent(Obstacle.CONNECTION_FAILED));
  }

  @Test
  void theAuthorityOfTheCompanyIsTrustedOnlyByWhoWasToldTo() {
    var egress = new Egress(proxy(proxy.port(), KNOWN, Set.of()), null);

    assertThat(failure(egress, "https://" + FEISHU)).isEqualTo(new NotSent(Obstacle.TLS_FAILED));
    assertThat(feishu.begun()).isEmpty();
  }

  @Test
  void thisMachineIsReachedWithoutIt() {
    Deliveries deliveries = deliveries(through(proxy.port(), KNOWN), feishu.baseUrl("").toString());

    assertThat(submit(deliveries)).isEqualTo(feishu.taskOf(Drafts.WEBSITE));
    assertThat(proxy.connections()).isEmpty();
  }

  @Test
  void soAreHostsThatAreNamed() {
    var egress = new Egress(proxy(proxy.port(), KNOWN, Set.of("Feishu.INVALID")), null);

    assertThat(failure(egress, "https://" + FEISHU)).isEqualTo(new NotSent(Obstacle.UNKNOWN_HOST));
    assertThat(proxy.connections()).isEmpty();
  }

  @Test
  void isPrintedWithoutItsPassword() {
    assertThat(proxy(3128, KNOWN, List.of()))
        .asString()
        .contains("127.0.0.1:3128")
        .doesNotContain("hire", "p@ss");
    assertThat(KNOWN).asString().doesNotContain("hire", "p@ss");
  }

  private Egress through(int port, @Nullable Credentials credentials) {
    HandshakeCertificates trust = tls.trust();
    return new Egress(
        proxy(port, credentials, Set.of()), Trust.of(trust.sslContext(), trust.trustManager()));
  }

  private static WebProxy proxy(
      int port, @Nullable Credentials credentials, Collection<String> direct) {
    return new WebProxy("127.0.0.1", port, credentials, direct);
  }

  private static Deliveries deliveries(Egress egress, String address) {
    return new Deliveries(
        new Transport(
            Apps.at(URI.create(address)),
            QuotaShare.ALONE,
            HttpSender.create(egress),
            Time.system()));
  }

  private static String submit(Deliveries deliveries) {
    return deliveries.submit(Drafts.WEBSITE, Drafts.required(), CallOptions.patient(Duration.ZERO));
  }

  private static FeishuFailure failure(Egress egress, String address) {
    Deliveries deliveries = deliveries(egress, address);
    FeishuException thrown = catchThrowableOfType(FeishuException.class, () -> submit(deliveries));
    return Objects.requireNonNull(thrown, "it succeeded").failure();
  }
}

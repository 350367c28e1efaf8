package io.github.feishuhire.api.offer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.delivery.Delivered;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import java.time.Duration;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OffersIT {

  private static final CallOptions TERMS = CallOptions.patient(Duration.ZERO);

  private final Sandbox sandbox =
      Sandbox.start(SandboxSettings.DEFAULT.withTaskDuration(Duration.ZERO));
  private final FeishuHire hire =
      new FeishuHire(
          Apps.at(sandbox.baseUrl()), QuotaShare.ALONE, HttpSender.create(), Time.system());

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @EnumSource
  void saysHowFarAnOfferIs(io.github.feishuhire.sandbox.offer.OfferStatus status) {
    String id = Delivered.to(hire, sandbox).id();
    sandbox.offers().bring(sandbox.hiring().require(id), status);

    Offer offer = hire.offers().ofApplication(id, TERMS).orElseThrow();

    assertThat(offer.applicationId()).isEqualTo(id);
    assertThat(offer.onboardDate()).isEqualTo("2027-01-04");
    assertThat(offer.status()).isEqualTo(OfferStatus.valueOf(status.name()));
    assertThat(sandbox.requests(Api.GET_APPLICATION_OFFER).getFirst().path())
        .isEqualTo("/open-apis/hire/v1/applications/" + id + "/offer");
  }

  @Test
  void saysThatThereIsNone() {
    String id = Delivered.to(hire, sandbox).id();

    assertThat(hire.offers().ofApplication(id, TERMS)).isEmpty();
  }

  @Test
  void knowsNoWordForANumberThatIsNotDocumented() {
    sandbox.next(
        Api.GET_APPLICATION_OFFER,
        Fault.body(
            200,
            "application/json",
            ByteString.encodeUtf8(
                "{\"code\":0,\"data\":{\"offer\":{\"id\":\"1\",\"offer_status\":99}}}")));

    assertThat(hire.offers().ofApplication("1", TERMS)).hasValue(new Offer("1", null, null, null));
  }
}

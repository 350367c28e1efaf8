package io.github.feishuhire.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.CallEnd;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.SetUpFault;
import io.github.feishuhire.api.SetUpCause;
import io.github.feishuhire.api.http.HastyTime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

final class FeishuHealthTest {

  private static final FeishuFailure WRONG_SECRET =
      new SetUpFault(SetUpCause.APP_ID, 10014, null, List.of());

  private final HastyTime time = new HastyTime();
  private final FeishuHealth health = new FeishuHealth(Set.of("default", "second"), time);

  @Test
  void aTokenThatCouldNotBeHadSaysNothingAboutNowAMinuteLater() {
    token("default", WRONG_SECRET);
    Status now = health.of("default").health().getStatus();
    time.sleep(Duration.ofMinutes(1));

    assertThat(now).isEqualTo(Status.DOWN);
    assertThat(health.of("default").health().getStatus()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void isReadyOnceEachConnectionHasHadATokenAndStaysSo() {
    assertThat(health.tokens().health().getStatus()).isEqualTo(Status.DOWN);
    token("default", null);
    token("second", WRONG_SECRET);
    assertThat(health.tokens().health().getDetails().toString()).contains("second");
    token("second", null);

    assertThat(health.tokens().health().getStatus()).isEqualTo(Status.UP);
    token("second", WRONG_SECRET);
    assertThat(health.tokens().health().getStatus()).isEqualTo(Status.UP);
  }

  private void token(String connection, @Nullable FeishuFailure failure) {
    health
        .of(connection)
        .ended(new CallEnd(Endpoint.TENANT_ACCESS_TOKEN, Duration.ZERO, 200, 0, null, failure));
  }
}

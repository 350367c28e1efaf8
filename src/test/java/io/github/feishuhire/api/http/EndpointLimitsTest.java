package io.github.feishuhire.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.delivery.Deliveries;
import io.github.feishuhire.api.delivery.Drafts;
import io.github.feishuhire.testbed.feishu.StandIn;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The quota and the room for submissions on their way, of which there are five, together. */
final class EndpointLimitsTest {

  private static final int IN_A_SECOND = 45;
  private static final Duration LONG = Duration.ofMinutes(1);

  private final ManualTime time = new ManualTime();
  private final StandIn feishu = new StandIn();
  private final Transport transport =
      new Transport(Apps.at(feishu.baseUrl("")), QuotaShare.ALONE, HttpSender.create(), time);
  private final EndpointLimits limits = transport.limits(Endpoint.CREATE_BY_ATTACHMENT);
  private final Deliveries deliveries = new Deliveries(transport);
  private final CountDownLatch onTheirWay = new CountDownLatch(5);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void close() {
    threads.shutdownNow();
    feishu.close();
  }

  @Test
  void whoFindsNoRoomHasUsedNothingOfTheQuota() throws Exception {
    submitFive();

    assertThatThrownBy(() -> submit(CallOptions.patient(Duration.ZERO)))
        .isInstanceOfSatisfying(
            FeishuException.class, e -> assertThat(e.failure()).isInstanceOf(Throttled.class));

    assertThat(limits.remaining()).isEqualTo(IN_A_SECOND - 5);
  }

  @Test
  void whoWaitsForRoomHasItsTurnBeforeThoseWhoComeLater() throws Exception {
    submitFive();
    for (int i = 0; i < 3; i++) {
      Future<?> unused = threads.submit(() -> submit(CallOptions.patient(LONG)));
    }
    Awaitility.await().until(() -> time.sleepers() == 3);

    int last = IN_A_SECOND - 5 - 3;
    assertThat(limits.untilTurn(last)).isZero();
    assertThat(limits.untilTurn(last + 1)).isEqualTo(Duration.ofSeconds(1));
  }

  /** They stay on their way until the end of the test. */
  private void submitFive() throws InterruptedException {
    var end = new CountDownLatch(1);
    var options =
        new CallOptions(
            LONG,
            () -> {
              onTheirWay.countDown();
              awaitForEver(end);
            });
    for (int i = 0; i < 5; i++) {
      Future<?> unused = threads.submit(() -> submit(options));
    }
    onTheirWay.await();
  }

  private static void awaitForEver(CountDownLatch never) {
    try {
      never.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("the test is over", e);
    }
  }

  private void submit(CallOptions options) {
    String unused = deliveries.submit(Drafts.WEBSITE, Drafts.required(), options);
  }
}

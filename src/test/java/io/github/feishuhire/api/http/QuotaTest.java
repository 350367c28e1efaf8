package io.github.feishuhire.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.Endpoint.Limit;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Obstacle;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuotaTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final HastyTime time = new HastyTime();

  @Test
  void keepsBothWindowsUnderSaturatingDemandAndUsesThem() {
    Quota quota = usual(1);

    List<Instant> calls = callsWithin(quota, MINUTE.multipliedBy(5));

    assertThat(mostWithin(SECOND, calls)).isEqualTo(45);
    assertThat(mostWithin(MINUTE, calls)).isEqualTo(950);
    assertThat(calls).hasSize(5 * 950);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void keepsBothWindowsWhateverHappens(long seed) throws Exception {
    Quota quota = usual(1);
    Random random = new Random(seed);
    List<Instant> calls = new ArrayList<>();

    for (int i = 0; i < 6000; i++) {
      switch (random.nextInt(40)) {
        case 0 -> time.sleep(Duration.ofMillis(random.nextInt(3000)));
        case 1 -> time.sleep(Duration.ofNanos(random.nextInt(1_000_000_000)));
        case 2 -> {
          if (random.nextInt(30) == 0) {
            quota.pause(Duration.ofSeconds(random.nextInt(1, 20)));
          }
        }
        default -> {
          Duration patience = Duration.ofMillis(random.nextInt(2000));
          if (throttled(quota, patience) == null) {
            calls.add(time.now());
          } else {
            time.sleep(patience);
          }
        }
      }
    }

    assertThat(calls).hasSizeGreaterThan(2000);
    assertThat(mostWithin(SECOND, calls)).isLessThanOrEqualTo(45);
    assertThat(mostWithin(MINUTE, calls)).isLessThanOrEqualTo(950);
  }

  @ParameterizedTest
  @EnumSource(
      value = Endpoint.class,
      names = {"CREATE_ATTACHMENT", "CREATE_BY_ATTACHMENT", "GET_DELIVERY_TASK"})
  void knowsTheUsualLimits(Endpoint endpoint) {
    assertThat(endpoint.limits()).containsExactly(new Limit(50, SECOND), new Limit(1000, MINUTE));
  }

  @Test
  void admitsNineOfTenSiteUsersInASecond() {
    Quota quota = new Quota(Endpoint.CREATE_SITE_USER.limits(), QuotaShare.ALONE, time);

    List<Instant> calls = callsWithin(quota, MINUTE);

    assertThat(mostWithin(SECOND, calls)).isEqualTo(9);
    assertThat(calls).hasSize(9 * 60);
  }

  @Test
  void admitsAnythingWhereNoLimitIsDocumented() {
    Quota quota = new Quota(Endpoint.TENANT_ACCESS_TOKEN.limits(), QuotaShare.ALONE, time);

    for (int i = 0; i < 10_000; i++) {
      quota.admit(Duration.ZERO);
    }

    assertThat(time.now()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void admitsACallerWithoutPatienceWhenThereIsRoom() {
    Quota quota =
        new Quota(Endpoint.CREATE_BY_ATTACHMENT.limits(), QuotaShare.ALONE, Time.system());

    Throttled throttled = throttled(quota, Duration.ZERO);

    assertThat(throttled).isNull();
  }

  @Test
  void tellsTheExactWaitToTheImpatient() throws Exception {
    Quota quota = usual(1);
    use(quota, 20);
    time.sleep(Duration.ofMillis(300));
    use(quota, 25);
    time.sleep(Duration.ofMillis(100));

    Throttled first = throttled(quota, Duration.ofMillis(599));
    Throttled again = throttled(quota, Duration.ofMillis(599));
    time.sleep(Duration.ofMillis(600));
    Throttled later = throttled(quota, Duration.ZERO);

    assertThat(first).isEqualTo(new Throttled(Duration.ofMillis(600), null));
    assertThat(again).isEqualTo(first);
    assertThat(later).isNull();
  }

  @Test
  void waitsExactlyAsLongAsThePatienceAllows() {
    Quota quota = usual(1);
    use(quota, 45);

    quota.admit(SECOND);

    assertThat(time.now()).isEqualTo(Instant.EPOCH.plus(SECOND));
  }

  @Test
  void servesInTheOrderOfArrival() {
    var manual = new ManualTime();
    Quota quota = new Quota(Endpoint.CREATE_BY_ATTACHMENT.limits(), QuotaShare.ALONE, manual);
    for (int i = 0; i < 45; i++) {
      quota.admit(Duration.ZERO);
    }
    Map<Integer, Instant> served = new ConcurrentHashMap<>();
    for (int i = 0; i < 120; i++) {
      int caller = i;
      Thread.ofVirtual()
          .start(
              () -> {
                quota.admit(MINUTE);
                served.put(caller, manual.now());
              });
      await().pollDelay(Duration.ZERO).until(() -> manual.sleepers() == caller + 1);
    }

    for (int left : List.of(75, 30, 0)) {
      manual.advance(SECOND);
      await().until(() -> manual.sleepers() == left && served.size() == 120 - left);
    }

    assertThat(List.copyOf(new TreeMap<>(served).values())).isSorted();
    assertThat(Collections.frequency(served.values(), Instant.EPOCH.plus(SECOND))).isEqualTo(45);
  }

  @Test
  void pausesForEverybodyWhenFeishuAsksForIt() {
    Quota quota = usual(1);

    quota.pause(Duration.ofSeconds(7));
    Throttled impatient = throttled(quota, Duration.ofSeconds(6));
    quota.admit(Duration.ofSeconds(7));

    assertThat(impatient).isEqualTo(new Throttled(Duration.ofSeconds(7), null));
    assertThat(time.now()).isEqualTo(Instant.EPOCH.plusSeconds(7));
  }

  @Test
  void aLongerPauseReplacesAShorterOneAndNotTheOtherWayRound() {
    Quota quota = usual(1);

    quota.pause(Duration.ofSeconds(2));
    quota.pause(Duration.ofSeconds(9));
    quota.pause(Duration.ofSeconds(1));
    quota.admit(MINUTE);

    assertThat(time.now()).isEqualTo(Instant.EPOCH.plusSeconds(9));
  }

  @Test
  void aPauseHoldsBackThoseWhoWaitAlready() {
    var manual = new ManualTime();
    Quota quota = new Quota(List.of(new Limit(2, SECOND)), QuotaShare.ALONE, manual);
    quota.admit(Duration.ZERO);
    CompletableFuture<Instant> waiting = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              quota.admit(MINUTE);
              waiting.complete(manual.now());
            });
    await().until(() -> manual.sleepers() == 1);

    quota.pause(Duration.ofSeconds(5));
    manual.advance(SECOND);
    await().until(() -> manual.sleepers() == 1);
    manual.advance(Duration.ofSeconds(4));

    assertThat(waiting)
        .succeedsWithin(Duration.ofSeconds(5))
        .isEqualTo(Instant.EPOCH.plusSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 60})
  void halvesThePaceAfterAPauseAndGivesItBackWithinAMinute(int pause) throws Exception {
    Quota quota = usual(1);
    Duration tenSeconds = Duration.ofSeconds(10);

    quota.pause(Duration.ofSeconds(pause));
    quota.admit(HOUR);
    List<Instant> first = callsWithin(quota, tenSeconds);
    time.sleep(Duration.ofSeconds(20));
    List<Instant> later = callsWithin(quota, tenSeconds);
    time.sleep(Duration.ofSeconds(20));
    List<Instant> last = callsWithin(quota, SECOND);

    double whole = 10 * 950 / 60.0;
    assertThat((double) first.size()).isBetween(0.50 * whole, 0.59 * whole);
    assertThat((double) later.size()).isBetween(0.74 * whole, 0.84 * whole);
    assertThat(last).hasSize(45);
  }

  @Test
  void goesOnAtOnceAfterAPauseHoweverMuchWasUsedBefore() {
    Quota quota = usual(1);
    callsWithin(quota, Duration.ofSeconds(20));

    quota.pause(Duration.ofSeconds(2));
    Instant before = time.now();
    quota.admit(HOUR);

    assertThat(time.now()).isEqualTo(before.plusSeconds(2));
  }

  @Test
  void oneBurstOfRefusalsHalvesThePaceOnce() {
    Quota quota = usual(1);

    for (int i = 0; i < 30; i++) {
      quota.pause(SECOND);
    }
    quota.admit(HOUR);
    List<Instant> calls = callsWithin(quota, Duration.ofSeconds(4));

    assertThat(calls.size()).isBetween(31, 33); // of 63
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "45, 0", "46, 1000", "90, 1000", "91, 2000", "950, 21000", "951, 60000"})
  void knowsWhenTheNthCallerFromNowOnHasItsTurn(int nth, long millis) {
    Quota quota = usual(1);
    List<Instant> calls = new ArrayList<>();
    Duration told = quota.untilTurn(nth);
    for (int i = 0; i < nth; i++) {
      quota.admit(HOUR);
      calls.add(time.now());
    }

    assertThat(calls.getLast()).isEqualTo(Instant.EPOCH.plusMillis(millis));
    assertThat(told).isLessThanOrEqualTo(Duration.ofMillis(millis));
    assertThat(usual(1).untilTurn(1)).isZero();
  }

  @Test
  void neverStopsForGoodHoweverOftenItIsRefused() {
    Quota quota = usual(1);

    for (int i = 0; i < 100; i++) {
      quota.admit(HOUR);
      quota.pause(SECOND);
    }
    quota.admit(HOUR);

    assertThat(time.now()).isBefore(Instant.EPOCH.plusSeconds(250));
  }

  @ParameterizedTest
  @CsvSource({"1, 45, 950", "2, 22, 475", "4, 11, 237", "45, 1, 21", "50, 1, 19"})
  void dividesByTheReplicas(int replicas, int inASecond, int inAMinute) {
    Quota quota = usual(replicas);

    List<Instant> calls = callsWithin(quota, MINUTE.multipliedBy(3));

    assertThat(mostWithin(SECOND, calls)).isEqualTo(inASecond);
    assertThat(mostWithin(MINUTE, calls)).isEqualTo(inAMinute);
  }

  @Test
  void callsLessThanOnceInAWindowWhenThereAreMoreReplicasThanCalls() {
    Quota quota = new Quota(Endpoint.CREATE_SITE_USER.limits(), shared(18), time);

    List<Instant> calls = callsWithin(quota, Duration.ofSeconds(20));

    assertThat(mostWithin(Duration.ofSeconds(2), calls)).isEqualTo(1);
    assertThat(calls).hasSize(10);
  }

  @Test
  void interruptionWhileWaitingMeansThatNothingWasSent() {
    Quota quota = new Quota(List.of(new Limit(1, MINUTE)), QuotaShare.ALONE, Time.system());
    quota.admit(Duration.ZERO);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> quota.admit(HOUR))
        .isInstanceOfSatisfying(
            FeishuException.class,
            e -> assertThat(e.failure()).isEqualTo(new NotSent(Obstacle.INTERRUPTED)));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aSmallerShareCountsWhatWasCalledBefore() {
    Quota quota = usual(1);
    for (int call = 0; call < 45; call++) {
      quota.admit(Duration.ZERO);
    }

    quota.share(Endpoint.CREATE_BY_ATTACHMENT.limits(), shared(3), time.now());

    assertThat(quota.remaining()).isZero();
    assertThat(quota.untilTurn(1)).isEqualTo(Duration.ofSeconds(1));
    time.sleep(Duration.ofSeconds(1));
    assertThat(quota.remaining()).isEqualTo(15);
  }

  @Test
  void aLargerShareCountsItToo() {
    Quota quota = usual(3);
    for (int call = 0; call < 15; call++) {
      quota.admit(Duration.ZERO);
    }

    quota.share(Endpoint.CREATE_BY_ATTACHMENT.limits(), shared(1), time.now());

    assertThat(quota.remaining()).isEqualTo(30);
  }

  @Test
  void aShareCanBeginLater() {
    Quota quota = usual(1);

    quota.share(
        Endpoint.CREATE_BY_ATTACHMENT.limits(), shared(1), time.now().plus(Duration.ofSeconds(9)));

    assertThat(quota.remaining()).isZero();
    assertThat(quota.untilTurn(1)).isEqualTo(Duration.ofSeconds(9));
  }

  private Quota usual(int replicas) {
    return new Quota(Endpoint.CREATE_BY_ATTACHMENT.limits(), shared(replicas), time);
  }

  private static QuotaShare shared(int replicas) {
    return new QuotaShare(0.9, 0.95, replicas);
  }

  private static void use(Quota quota, int calls) {
    for (int i = 0; i < calls; i++) {
      quota.admit(Duration.ZERO);
    }
  }

  /** The calls somebody makes who never stops asking. */
  private List<Instant> callsWithin(Quota quota, Duration span) {
    Instant end = time.now().plus(span);
    List<Instant> calls = new ArrayList<>();
    while (true) {
      Duration left = Duration.between(time.now(), end).minusNanos(1);
      if (left.isNegative() || throttled(quota, left) != null) {
        return calls;
      }
      calls.add(time.now());
    }
  }

  /** Null when the call was admitted. */
  private static @Nullable Throttled throttled(Quota quota, Duration patience) {
    FeishuException refused =
        Assertions.catchThrowableOfType(FeishuException.class, () -> quota.admit(patience));
    return refused == null ? null : (Throttled) refused.failure();
  }

  /** Tries every window that begins with a call; one that begins elsewhere holds no more. */
  private static int mostWithin(Duration window, List<Instant> calls) {
    int most = 0;
    for (Instant start : calls) {
      Instant end = start.plus(window);
      int within = 0;
      for (Instant call : calls) {
        if (!call.isBefore(start) && call.isBefore(end)) {
          within++;
        }
      }
      most = Math.max(most, within);
    }
    return most;
  }
}

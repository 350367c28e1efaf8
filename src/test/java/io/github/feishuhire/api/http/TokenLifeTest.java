package io.github.feishuhire.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Obstacle;
import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.SetUpFault;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.Refusal;
import io.github.feishuhire.api.SetUpCause;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When a token is fetched, kept, renewed and given up. */
final class TokenLifeTest {

  private final HastyTime time = new HastyTime();
  private final AtomicInteger fetches = new AtomicInteger();
  private final TenantTokens tokens = new TenantTokens(this::fetch, time);
  private long expire = 7200;
  private volatile @Nullable FeishuFailure trouble;

  @ParameterizedTest
  @CsvSource({
    "7200, 5400", // the last half hour of two hours
    "4567, 2767", // Feishu handed out a token that was not fresh any more
    "3600, 1800",
    "1800, 900", // half of a shorter life
    "600, 300",
    "1, 0.5",
    "7201, 5400", // none lives longer than two hours, whatever is said
    "9223372036854775807, 5400"
  })
  void isKeptUntilItIsTimeToRenew(long life, double kept) {
    expire = life;
    String first = tokens.current();
    time.sleep(Duration.ofMillis((long) (kept * 1000) - 1));

    String last = tokens.current();
    time.sleep(Duration.ofMillis(1));
    String renewed = tokens.current();

    assertThat(last).isEqualTo(first);
    assertThat(renewed).isNotEqualTo(first);
    assertThat(fetches).hasValue(2);
  }

  @Test
  void isFetchedOnceForAllWhoWait() throws Exception {
    var answer = new CountDownLatch(1);
    var slow = new TenantTokens(() -> fetchAfter(answer), time);

    List<FutureTask<String>> waiting = callers(slow, 200);
    answer.countDown();

    for (FutureTask<String> caller : waiting) {
      assertThat(caller.get()).isEqualTo("t-1");
    }
    assertThat(fetches).hasValue(1);
  }

  @Test
  void aFailureReachesAllWhoWaitAndIsAskedForOnce() throws Exception {
    var answer = new CountDownLatch(1);
    trouble = new SetUpFault(SetUpCause.SECRET, 10015, "LOG", List.of());
    var slow = new TenantTokens(() -> fetchAfter(answer), time);

    List<FutureTask<String>> waiting = callers(slow, 200);
    answer.countDown();

    for (FutureTask<String> caller : waiting) {
      assertThatThrownBy(caller::get).cause().satisfies(carries(trouble));
    }
    assertThat(fetches).hasValue(1);
  }

  @Test
  void isFetchedAgainAfterAFailure() {
    trouble = new SetUpFault(SetUpCause.SECRET, 10015, null, List.of());
    assertThatThrownBy(tokens::current).satisfies(carries(trouble));
    trouble = null;

    String token = tokens.current();

    assertThat(token).isEqualTo("t-2");
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void anOldOneServesWhileNoNewOneCanBeHad(FeishuFailure failure) {
    String old = tokens.current();
    time.sleep(Duration.ofMinutes(100));
    trouble = failure;

    String served = tokens.current();
    String servedAgain = tokens.current();

    assertThat(List.of(served, servedAgain)).containsOnly(old);
    assertThat(fetches).as("the second caller does not ask again at once").hasValue(2);
  }

  @Test
  void anOldOneIsReplacedAsSoonAsANewOneCanBeHad() {
    tokens.current();
    time.sleep(Duration.ofMinutes(100));
    trouble = new Unanswered(Reason.SERVER_FAULT, 500, 0, null);
    tokens.current();
    trouble = null;
    time.sleep(Duration.ofSeconds(30));

    String token = tokens.current();

    assertThat(token).isEqualTo("t-3");
  }

  @Test
  void anExpiredOneServesNobody() {
    tokens.current();
    time.sleep(Duration.ofHours(2));
    trouble = new Unanswered(Reason.SERVER_FAULT, 500, 0, null);

    assertThatThrownBy(tokens::current).satisfies(carries(new NotSent(Obstacle.NO_TOKEN)));
  }

  @Test
  void aRefusedOneServesNobodyEvenWhenNoNewOneCanBeHad() {
    String refused = tokens.current();
    tokens.refused(refused);
    trouble = new Unanswered(Reason.SERVER_FAULT, 500, 0, null);

    assertThatThrownBy(tokens::current).satisfies(carries(new NotSent(Obstacle.NO_TOKEN)));
  }

  @Test
  void theRefusalOfAnOldOneLeavesTheNewOneAlone() {
    String old = tokens.current();
    tokens.refused(old);
    String fresh = tokens.current();

    tokens.refused(old);

    assertThat(tokens.current()).isEqualTo(fresh);
    assertThat(fetches).hasValue(2);
  }

  @ParameterizedTest
  @MethodSource
  void withoutAnyTheCallerIsToldWhatItMeansForTheCall(FeishuFailure failure, FeishuFailure told) {
    trouble = failure;

    assertThatThrownBy(tokens::current).satisfies(carries(told));
  }

  static Stream<Arguments> withoutAnyTheCallerIsToldWhatItMeansForTheCall() {
    return Stream.of(
        argumentSet(
            "the server failed",
            new Unanswered(Reason.SERVER_FAULT, 500, 0, null),
            new NotSent(Obstacle.NO_TOKEN)),
        argumentSet(
            "no answer",
            new Unanswered(Reason.DEADLINE_PASSED, 0, 0, null),
            new NotSent(Obstacle.NO_TOKEN)),
        argumentSet(
            "not even asked",
            new NotSent(Obstacle.CONNECTION_FAILED),
            new NotSent(Obstacle.CONNECTION_FAILED)),
        argumentSet(
            "throttled",
            new Throttled(Duration.ofSeconds(7), "LOG"),
            new Throttled(Duration.ofSeconds(7), "LOG")),
        argumentSet(
            "wrong secret",
            new SetUpFault(SetUpCause.SECRET, 10015, "LOG", List.of()),
            new SetUpFault(SetUpCause.SECRET, 10015, "LOG", List.of())),
        argumentSet(
            "refused: that says nothing of the caller's own request",
            new Refused(Refusal.INVALID_PARAMETER, 9499, "LOG", List.of("app_id")),
            new SetUpFault(SetUpCause.NO_TOKEN, 9499, "LOG", List.of())));
  }

  static Stream<FeishuFailure> troubles() {
    return Stream.of(
        new Unanswered(Reason.SERVER_FAULT, 500, 0, null),
        new NotSent(Obstacle.CONNECTION_FAILED),
        new Throttled(Duration.ofSeconds(7), null),
        new SetUpFault(SetUpCause.SECRET, 10015, null, List.of()));
  }

  @ParameterizedTest
  @MethodSource
  void aReplyWithoutAUsableTokenIsNone(JsonNode reply) {
    var poor = new TenantTokens(() -> reply, time);

    assertThatThrownBy(poor::current).satisfies(carries(new NotSent(Obstacle.NO_TOKEN)));
  }

  static Stream<Arguments> aReplyWithoutAUsableTokenIsNone() {
    return Stream.of(
        argumentSet("empty", JsonNodeFactory.instance.objectNode()),
        argumentSet("no life", reply("t-1", 0)),
        argumentSet("a negative life", reply("t-1", -1)),
        argumentSet("no token", reply("", 7200)),
        argumentSet("a null token", reply(null, 7200)),
        argumentSet("a token that is no header", reply("t-1\r\nX-More: 1", 7200)));
  }

  private JsonNode fetch() {
    int number = fetches.incrementAndGet();
    FeishuFailure failure = trouble;
    if (failure != null) {
      throw new FeishuException(failure);
    }
    return reply("t-" + number, expire);
  }

  private JsonNode fetchAfter(CountDownLatch answer) {
    try {
      answer.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return fetch();
  }

  /** Returns when all of them wait. */
  private static List<FutureTask<String>> callers(TenantTokens tokens, int count) {
    List<FutureTask<String>> callers =
        Stream.generate(() -> new FutureTask<>(tokens::current)).limit(count).toList();
    List<Thread> threads = callers.stream().map(Thread::startVirtualThread).toList();
    await().until(() -> threads.stream().allMatch(t -> t.getState() == Thread.State.WAITING));
    return callers;
  }

  private static Consumer<Throwable> carries(@Nullable FeishuFailure failure) {
    return thrown ->
        assertThat(thrown)
            .isInstanceOfSatisfying(
                FeishuException.class, e -> assertThat(e.failure()).isEqualTo(failure));
  }

  private static JsonNode reply(@Nullable String token, long expire) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("code", 0)
        .put("tenant_access_token", token)
        .put("expire", expire);
  }
}

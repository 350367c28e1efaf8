package io.github.feishuhire.api.http;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.SetUpFault;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuFailure.Unavailable;
import io.github.feishuhire.api.Time;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.lang3.ObjectUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps calls from an API that has failed several times in a row. After a wait, which doubles up to
 * a few seconds, one call at a time may try whether the API is back.
 */
final class Circuit {

  /** Failures in a row after which nobody calls any more. */
  static final int FAILURES = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Circuit.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final Duration WHILE_SOMEBODY_TRIES = Duration.ofSeconds(1);
  private static final Duration NOT_SOON = Duration.ofMinutes(1);
  private static final IntervalFunction WAITS =
      IntervalFunction.ofExponentialBackoff(FIRST_WAIT, 2, LONGEST_WAIT);

  private final Time time;
  private final CircuitBreaker breaker;

  /** Grows with each change of state; what was begun in an earlier one says nothing about this. */
  private final AtomicInteger era = new AtomicInteger();

  private volatile Instant openUntil = Instant.MIN;
  private volatile boolean somebodyTries;

  /**
   * @param name for the log
   */
  Circuit(String name, Time time) {
    this.time = time;
    this.breaker =
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(FAILURES)
                .minimumNumberOfCalls(FAILURES)
                .failureRateThreshold(100)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitIntervalFunctionInOpenState(this::open)
                .clock(new SteadyClock(time))
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> {
              era.incrementAndGet();
              switch (event.getStateTransition()) {
                case CLOSED_TO_OPEN ->
                    LOG.warn("{} fails: jobs wait in the engine until it answers again", name);
                case HALF_OPEN_TO_CLOSED -> LOG.info("{} answers again", name);
                default -> LOG.debug("{}: {}", name, event.getStateTransition());
              }
            });
  }

  private long open(int times) {
    long millis = WAITS.apply(times);
    openUntil = time.now().plusMillis(millis);
    return millis - 1; // the library waits for more than it is told
  }

  /**
   * Lets a call begin.
   *
   * @throws FeishuException as {@link Unavailable} while the API is left alone
   */
  Passage enter() {
    if (!breaker.tryAcquirePermission()) {
      throw unavailable();
    }
    boolean trial = breaker.getState() == State.HALF_OPEN;
    somebodyTries = trial;
    return new Passage(trial, era.get());
  }

  /** Zero when a call may begin now; while the API is left alone, there is at most one turn. */
  Duration untilTurn(int nth) {
    return switch (breaker.getState()) {
      case CLOSED -> Duration.ZERO;
      case OPEN -> nth == 1 ? untilTrial() : NOT_SOON;
      default -> {
        Duration first = somebodyTries ? WHILE_SOMEBODY_TRIES : Duration.ZERO;
        yield nth == 1 ? first : NOT_SOON;
      }
    };
  }

  /** Whether the API is left alone, but for one call at a time that tries. */
  boolean isOpen() {
    return breaker.getState() != State.CLOSED;
  }

  private Duration untilTrial() {
    return ObjectUtils.max(Duration.ZERO, Duration.between(time.now(), openUntil));
  }

  private FeishuException unavailable() {
    Duration wait = ObjectUtils.max(untilTrial(), WHILE_SOMEBODY_TRIES);
    return new FeishuException(new Unavailable(wait));
  }

  /** Whether a failure tells that the API does not work, whatever it is asked. */
  static boolean isOutage(FeishuFailure failure) {
    return switch (failure) {
      case Unanswered unanswered -> true;
      case NotSent notSent ->
          switch (notSent.obstacle()) {
            case UNKNOWN_HOST, CONNECTION_FAILED, TLS_FAILED, NO_TOKEN -> true;
            case CONTENT_UNREADABLE, INTERRUPTED -> false;
          };
      case Refused refused -> false;
      case SetUpFault fault -> false;
      case Throttled throttled -> false;
      case Unavailable unavailable -> false;
    };
  }

  /** One call on its way; ends once, and what comes after that is ignored. */
  final class Passage {

    private final boolean trial;
    private final int begun;
    private boolean ended;

    private Passage(boolean trial, int begun) {
      this.trial = trial;
      this.begun = begun;
    }

    /** Whether the API was left alone until now. */
    boolean isTrial() {
      return trial;
    }

    /**
     * To be asked after a wait.
     *
     * @throws FeishuException as {@link Unavailable} when the API has begun to fail meanwhile
     */
    void requireOpen() {
      if (!trial && breaker.getState() != State.CLOSED) {
        throw unavailable();
      }
    }

    void answered() {
      end(() -> breaker.onSuccess(0, TimeUnit.NANOSECONDS));
    }

    void failed(FeishuException e) {
      switch (e.failure()) {
        case Refused refused -> answered();
        case SetUpFault fault -> answered();
        case FeishuFailure failure when isOutage(failure) ->
            end(() -> breaker.onError(0, TimeUnit.NANOSECONDS, e));
        default -> withdrawn();
      }
    }

    /** The call says nothing about the API. */
    void withdrawn() {
      end(breaker::releasePermission);
    }

    private void end(Runnable report) {
      if (!ended && begun == era.get()) {
        report.run();
      }
      if (!ended && trial) {
        somebodyTries = false;
      }
      ended = true;
    }
  }

  /** The library's view of our time, which never jumps. */
  private static final class SteadyClock extends Clock {

    private final Time time;

    SteadyClock(Time time) {
      this.time = time;
    }

    @Override
    public Instant instant() {
      return time.now();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}

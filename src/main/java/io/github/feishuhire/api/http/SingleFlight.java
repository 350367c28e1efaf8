package io.github.feishuhire.api.http;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.SetUpFault;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuFailure.Unavailable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One caller fetches something for all who want it meanwhile. */
final class SingleFlight<T> {

  private static final Duration BEFORE_JOINING_AGAIN = Duration.ofSeconds(1);

  private final AtomicReference<@Nullable CompletableFuture<T>> running = new AtomicReference<>();

  /**
   * Fetches, or waits for who does.
   *
   * @throws FeishuException as the fetch, for who fetched; who only waited for somebody else's
   *     request has tried nothing, and gets {@link Unavailable} when there was no answer
   */
  T join(Supplier<T> fetch) {
    CompletableFuture<T> mine = new CompletableFuture<>();
    CompletableFuture<T> others = running.compareAndExchange(null, mine);
    if (others != null) {
      return joined(others);
    }
    try {
      mine.complete(fetch.get());
    } catch (RuntimeException e) {
      mine.completeExceptionally(e);
    } finally {
      running.set(null);
    }
    return result(mine);
  }

  private T joined(CompletableFuture<T> others) {
    try {
      return result(others);
    } catch (FeishuException e) {
      throw switch (e.failure()) {
        case Unanswered unanswered -> new FeishuException(new Unavailable(BEFORE_JOINING_AGAIN));
        case NotSent notSent -> new FeishuException(new Unavailable(BEFORE_JOINING_AGAIN));
        case Refused refused -> e;
        case SetUpFault fault -> e;
        case Throttled throttled -> e;
        case Unavailable unavailable -> e;
      };
    }
  }

  private T result(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof FeishuException known
          ? new FeishuException(known.failure())
          : e;
    }
  }
}

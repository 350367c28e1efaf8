package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Tells the quota when Feishu says "too fast": that concerns everybody who calls this API. */
record ThrottlingChannel(Quota quota, CallChannel next) implements CallChannel {

  private static final long LARGEST_SPREAD_MILLIS = 500;

  @Override
  public Answer<JsonNode> send(Sending sending) {
    try {
      return next.send(sending);
    } catch (FeishuException e) {
      if (e.failure() instanceof Throttled throttled) {
        quota.pause(throttled.retryAfter().plus(spread()));
      }
      throw e;
    }
  }

  /** So that workers which were told the same do not come back in the same moment. */
  private static Duration spread() {
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(LARGEST_SPREAD_MILLIS));
  }
}

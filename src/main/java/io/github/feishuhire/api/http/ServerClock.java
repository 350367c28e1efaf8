package io.github.feishuhire.api.http;

import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How Feishu's clock goes, from the date of its last answer; to within a second or two. */
final class ServerClock {

  private final Time time;
  private volatile Duration ahead = Duration.ZERO;

  ServerClock(Time time) {
    this.time = time;
  }

  void saw(@Nullable Instant date) {
    if (date != null) {
      ahead = Duration.between(time.wallClock(), date);
    }
  }

  /** By how much it is ahead of ours; as ours until there was an answer. */
  Duration ahead() {
    return ahead;
  }
}

package io.github.feishuhire.event.longconnection;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** The pace as Feishu last said it. */
final class CurrentPace {

  private static final JsonMapper JSON = new JsonMapper();

  private final AtomicReference<Pace> pace = new AtomicReference<>(Pace.DEFAULT);

  Pace get() {
    return pace.get();
  }

  void set(Pace now) {
    pace.set(now);
  }

  /** With what a pong carries, which may be nothing. */
  void change(ByteString config) {
    try {
      var tree = JSON.readTree(config.toByteArray());
      pace.updateAndGet(before -> before.changed(tree));
    } catch (IOException e) {
      // No pace is in it.
    }
  }
}

package io.github.feishuhire.event.longconnection;

import com.google.protobuf.ByteString;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.event.Inbox;
import io.github.feishuhire.event.longconnection.Frame.Header;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Hands events to the inbox, each on a thread of its own, and answers them. Those that are too many
 * at a time are not kept: they are refused, and Feishu pushes them again.
 */
final class Handover {

  static final int AT_A_TIME = 256;

  private static final ByteString ACCEPTED = ByteString.copyFromUtf8("{\"code\":200}");
  private static final ByteString REFUSED = ByteString.copyFromUtf8("{\"code\":500}");

  private final Inbox inbox;
  private final Executor threads;
  private final Time time;
  private final Semaphore free = new Semaphore(AT_A_TIME);
  private volatile boolean isStopping;

  Handover(Inbox inbox, Executor threads, Time time) {
    this.inbox = inbox;
    this.threads = threads;
    this.time = time;
  }

  /**
   * Returns at once.
   *
   * @param frame the last that came of the event
   * @param payload all of it
   * @param answers takes the frame that answers it, later
   */
  void begin(Frame frame, ByteString payload, Consumer<Frame> answers) {
    Instant begun = time.now();
    if (!frame.header("type").equals("event")) {
      answers.accept(answer(frame, ACCEPTED, begun)); // not one that was subscribed to
    } else if (isStopping || !free.tryAcquire()) {
      answers.accept(answer(frame, REFUSED, begun));
    } else {
      threads.execute(
          () -> {
            try {
              boolean taken = inbox.receive(payload.toByteArray()) == Inbox.Receipt.TAKEN;
              answers.accept(answer(frame, taken ? ACCEPTED : REFUSED, begun));
            } finally {
              free.release();
            }
          });
    }
  }

  private Frame answer(Frame frame, ByteString payload, Instant begun) {
    long millis = Duration.between(begun, time.now()).toMillis();
    return frame.answer(payload, new Header("biz_rt", Long.toString(millis)));
  }

  /** Refuses from now on, and waits for those that were begun. */
  void finish(Duration patience) throws InterruptedException {
    isStopping = true;
    if (free.tryAcquire(AT_A_TIME, patience.toMillis(), TimeUnit.MILLISECONDS)) {
      free.release(AT_A_TIME);
    }
  }
}

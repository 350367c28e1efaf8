package io.github.feishuhire.event.longconnection;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.apache.commons.lang3.ObjectUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket, from the handshake to its end. */
final class Session extends WebSocketListener {

  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  private static final Duration HANDSHAKE = Duration.ofSeconds(10);
  private static final Duration GOODBYE = Duration.ofSeconds(1);
  private static final int NORMAL = 1000;

  private final int service;
  private final CurrentPace pace;
  private final Reception reception;
  private final Time time;
  private final CountDownLatch answered = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile End end = End.UNREACHABLE;
  private volatile Instant heard;
  private volatile @Nullable WebSocket socket;

  Session(int service, CurrentPace pace, Reception reception, Time time) {
    this.service = service;
    this.pace = pace;
    this.reception = reception;
    this.time = time;
    this.heard = time.now();
  }

  /**
   * Stays connected as long as that goes, and pings.
   *
   * @param opened is told once it is
   * @return why no longer
   */
  End stay(OkHttpClient http, Request handshake, Runnable opened) throws InterruptedException {
    WebSocket opening = http.newWebSocket(handshake, this);
    socket = opening;
    try {
      if (!time.await(answered, HANDSHAKE) || ended.getCount() == 0) {
        return end;
      }
      opened.run();
      return ping(opening);
    } finally {
      opening.cancel();
    }
  }

  private End ping(WebSocket open) throws InterruptedException {
    Instant nextPing = time.now();
    while (true) {
      Instant now = time.now();
      Instant tooSilent = heard.plus(pace.get().longestSilence());
      if (!now.isBefore(tooSilent)) {
        return End.SILENT;
      }
      if (!now.isBefore(nextPing)) {
        open.send(okio.ByteString.of(Frame.ping(service).bytes()));
        nextPing = now.plus(pace.get().ping());
      }
      if (time.await(ended, Duration.between(now, ObjectUtils.min(nextPing, tooSilent)))) {
        return end;
      }
    }
  }

  /** Says goodbye, and does not wait long for the answer. */
  void close() throws InterruptedException {
    WebSocket open = socket;
    if (open != null) {
      open.close(NORMAL, null);
      if (!time.await(ended, GOODBYE)) {
        open.cancel();
      }
    }
  }

  @Override
  public void onOpen(WebSocket open, Response response) {
    heard = time.now();
    end = End.LOST;
    answered.countDown();
  }

  @Override
  public void onMessage(WebSocket open, okio.ByteString bytes) {
    heard = time.now();
    try {
      Frame frame = Frame.parse(bytes.toByteArray());
      Consumer<Frame> answers = answer -> open.send(okio.ByteString.of(answer.bytes()));
      if (frame.method() == Frame.DATA) {
        reception.take(frame, answers);
      } else if (frame.header("type").equals("pong")) {
        pace.change(ObjectUtils.getIfNull(frame.payload(), ByteString.EMPTY));
      }
    } catch (InvalidProtocolBufferException e) {
      LOG.warn("Something came over a long connection that is no frame; it is left out");
    }
  }

  @Override
  public void onClosing(WebSocket open, int code, String reason) {
    open.close(NORMAL, null);
  }

  @Override
  public void onClosed(WebSocket closed, int code, String reason) {
    isOver();
  }

  @Override
  public void onFailure(WebSocket broken, Throwable failure, @Nullable Response response) {
    if (response != null && answered.getCount() > 0) {
      end = Refusals.ofHandshake(response);
    }
    isOver();
  }

  private void isOver() {
    ended.countDown();
    answered.countDown();
  }
}

package io.github.feishuhire.event.longconnection;

import io.github.feishuhire.api.App;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.event.Inbox;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one app connected, whatever happens, until it is stopped. */
final class LongConnection {

  private static final Logger LOG = LoggerFactory.getLogger(LongConnection.class);

  private final String name;
  private final OkHttpClient http;
  private final Addresses addresses;
  private final Handover handover;
  private final Reception reception;
  private final Pauses pauses;
  private final ConnectionListener listener;
  private final Time time;
  private final CurrentPace pace = new CurrentPace();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile @Nullable Session session;
  private volatile ConnectionState state;

  LongConnection(
      String name,
      App app,
      Inbox inbox,
      OkHttpClient http,
      Executor threads,
      Pauses pauses,
      ConnectionListener listener,
      Time time) {
    this.name = name;
    this.http = http;
    this.addresses = new Addresses(http, app);
    this.handover = new Handover(inbox, threads, time);
    this.reception = new Reception(new Parts(time), handover);
    this.pauses = pauses;
    this.listener = listener;
    this.time = time;
    this.state = new ConnectionState(name, false, time.wallClock(), null);
  }

  ConnectionState state() {
    return state;
  }

  /** Until it is stopped, or interrupted. */
  void run() {
    try {
      int failures = 0;
      while (stopping.getCount() > 0) {
        End end = connect();
        if (stopping.getCount() == 0) {
          return;
        }
        failures = end.isOfOne() ? 0 : failures + 1;
        Duration pause = pauses.after(end, failures, pace.get());
        tell(end, pause);
        time.await(stopping, pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      state = new ConnectionState(name, false, time.wallClock(), null);
    }
  }

  private End connect() throws InterruptedException {
    try {
      Address address = addresses.next(pace.get());
      pace.set(address.pace());
      Session next = new Session(address.service(), pace, reception, time);
      session = next;
      return stopping.getCount() == 0
          ? End.LOST
          : next.stay(http, address.handshake(), this::isOpen);
    } catch (NoConnectionException e) {
      return e.end();
    } finally {
      session = null;
    }
  }

  private void isOpen() {
    state = new ConnectionState(name, true, time.wallClock(), null);
    LOG.info("Connection {}: the long connection to Feishu stands, events come over it", name);
    listener.opened(name);
  }

  private void tell(End end, Duration pause) {
    boolean isNews = end != state.trouble();
    if (isNews) {
      state = new ConnectionState(name, false, time.wallClock(), end);
      LOG.warn(
          "Connection {}: the long connection to Feishu {}; tried again in {} s and for ever. {}",
          name,
          end.what(),
          Math.max(1, pause.toSeconds()),
          end.advice());
    }
    listener.ended(name, end);
  }

  /** Takes no more events, answers those that were taken, and says goodbye. */
  void stop(Duration patience) {
    stopping.countDown();
    try {
      handover.finish(patience);
      Session open = session;
      if (open != null) {
        open.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.github.feishuhire.event.longconnection;

import io.github.feishuhire.api.App;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.event.Inbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The long connections of all apps that have their events this way, each on its own. */
public final class LongConnections {

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(
          Thread.ofVirtual().name("feishu-hire-events-", 0).factory());
  private final Pauses pauses = new Pauses(() -> ThreadLocalRandom.current().nextDouble());
  private final List<LongConnection> all = new ArrayList<>();
  private final OkHttpClient http;
  private final ConnectionListener listener;
  private final Time time;

  /**
   * @param http shows the way to Feishu; what is built on it here has threads of its own
   */
  public LongConnections(OkHttpClient http, ConnectionListener listener, Time time) {
    this.http = http.newBuilder().dispatcher(new Dispatcher(threads)).build();
    this.listener = listener;
    this.time = time;
  }

  /** Before the start. */
  public void add(String connection, App app, Inbox inbox) {
    all.add(new LongConnection(connection, app, inbox, http, threads, pauses, listener, time));
  }

  /** Returns at once. */
  public void start() {
    all.forEach(connection -> threads.execute(connection::run));
  }

  /** How they fare. */
  public List<ConnectionState> states() {
    return all.stream().map(LongConnection::state).toList();
  }

  /**
   * Takes no more events, answers those that were taken, and leaves nothing behind.
   *
   * @param patience for those that were taken
   */
  public void stop(Duration patience) {
    if (threads.isShutdown()) {
      return;
    }
    all.stream()
        .map(one -> CompletableFuture.runAsync(() -> one.stop(patience), threads))
        .toList()
        .forEach(CompletableFuture::join);
    threads.shutdownNow();
    try {
      threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

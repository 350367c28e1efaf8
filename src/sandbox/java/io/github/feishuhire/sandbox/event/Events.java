package io.github.feishuhire.sandbox.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Ids;
import io.github.feishuhire.sandbox.http.Reply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Wraps what has happened into envelopes and pushes them to each app that wants events, in order
 * and many at a time: until the app says that it has the event, or the schedule is at its end.
 */
public final class Events implements EventFeed, AutoCloseable {

  private static final int KEPT = 50_000;
  private static final int AT_A_TIME = 500;
  private static final String TENANT = "sandbox000000001";

  private final List<Duration> repushes;
  private final InstantSource clock;
  private final List<String> appIds;
  private final List<Way> ways;
  private final Ids ids = new Ids();
  private final Deque<Push> pushes = new ArrayDeque<>();

  /** Everything below belongs to this one thread. */
  private final ScheduledExecutorService thread;

  private final Deque<Push> waiting = new ArrayDeque<>();
  private int underWay;
  private int happened;
  private int duplicateEvery;
  private int swaps;
  private @Nullable Push heldBack;

  /**
   * Pushes nothing yet.
   *
   * @param ways the first that serves an app is its
   */
  public Events(EventSettings settings, InstantSource clock, List<String> appIds, List<Way> ways) {
    this.repushes = settings.repushes();
    this.clock = clock;
    this.appIds = List.copyOf(appIds);
    this.ways = List.copyOf(ways);
    var executor =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("sandbox-events").factory());
    // What comes after the end has nobody to go to.
    executor.setRejectedExecutionHandler((task, closed) -> {});
    this.thread = executor;
  }

  @Override
  public void happened(String eventType, ObjectNode event) {
    ObjectNode copy = event.deepCopy();
    thread.execute(() -> begin(eventType, copy));
  }

  /** From now on each so many-th event is pushed again although it was accepted; 0 for none. */
  public void duplicateEvery(int nth) {
    thread.execute(() -> duplicateEvery = nth);
  }

  /** The next event is pushed only after an answer to the one that happens after it. */
  public void swapNext() {
    thread.execute(() -> swaps++);
  }

  /** What was pushed or is to be pushed, in the order in which it happened: the latest 50,000. */
  public List<PushedEvent> pushes() {
    synchronized (pushes) {
      return pushes.stream().map(Push::state).toList();
    }
  }

  private void begin(String type, ObjectNode event) {
    happened++;
    boolean twice = duplicateEvery > 0 && happened % duplicateEvery == 0;
    for (String appId : appIds) {
      ways.stream()
          .filter(way -> way.serves(appId))
          .findFirst()
          .map(way -> new Push(appId, envelope(type, event, appId, way), way, repushes, twice))
          .ifPresent(this::add);
    }
  }

  private ObjectNode envelope(String type, ObjectNode event, String appId, Way way) {
    ObjectNode envelope = Reply.object().put("schema", "2.0");
    envelope
        .putObject("header")
        .put("event_id", ids.hexadecimal())
        .put("event_type", type)
        .put("create_time", Long.toString(clock.millis()))
        .put("token", way.verificationToken(appId))
        .put("app_id", appId)
        .put("tenant_key", TENANT);
    envelope.set("event", event);
    return envelope;
  }

  private void add(Push push) {
    synchronized (pushes) {
      if (pushes.size() == KEPT) {
        pushes.removeFirst();
      }
      pushes.addLast(push);
    }
    if (swaps > 0 && heldBack == null) {
      swaps--;
      heldBack = push;
      return;
    }
    if (heldBack != null) {
      push.precede(heldBack);
      heldBack = null;
    }
    waiting.add(push);
    pushNext();
  }

  private void pushNext() {
    while (underWay < AT_A_TIME && !waiting.isEmpty()) {
      Push push = waiting.remove();
      underWay++;
      var unused = push.once().thenAcceptAsync(code -> answered(push, code), thread);
    }
  }

  private void answered(Push push, int code) {
    underWay--;
    push.answered(code).ifPresent(pause -> schedule(push, pause));
    push.follower().ifPresent(waiting::add);
    pushNext();
  }

  private void schedule(Push push, Duration pause) {
    Runnable again =
        () -> {
          waiting.add(push);
          pushNext();
        };
    var unused = thread.schedule(again, pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Nothing is pushed any more. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}

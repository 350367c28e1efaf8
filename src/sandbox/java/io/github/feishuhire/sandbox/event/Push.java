package io.github.feishuhire.sandbox.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One event for one app, until it is accepted or given up. */
final class Push {

  private static final int ACCEPTED = 200;

  private final String appId;
  private final ObjectNode envelope;
  private final Way way;
  private final Iterator<Duration> repushes;
  private final List<Integer> answers = new ArrayList<>();
  private boolean isDueTwice;
  private boolean isOver;
  private @Nullable Push follower;

  /**
   * @param isDueTwice whether it is pushed once more although it was accepted
   */
  Push(String appId, ObjectNode envelope, Way way, List<Duration> repushes, boolean isDueTwice) {
    this.appId = appId;
    this.envelope = envelope;
    this.way = way;
    this.repushes = repushes.iterator();
    this.isDueTwice = isDueTwice;
  }

  CompletableFuture<Integer> once() {
    return way.push(appId, envelope);
  }

  /** Takes the answer to a push; says after what time it is pushed again, if it is. */
  synchronized Optional<Duration> answered(int code) {
    answers.add(code);
    if (code == ACCEPTED && isDueTwice) {
      isDueTwice = false;
      return Optional.of(Duration.ZERO);
    }
    isOver = answers.contains(ACCEPTED) || !repushes.hasNext();
    return isOver ? Optional.empty() : Optional.of(repushes.next());
  }

  /** The other one is to be pushed only when this one was answered. */
  synchronized void precede(Push other) {
    follower = other;
  }

  /** The one that is to be pushed now; told once. */
  synchronized Optional<Push> follower() {
    Push now = follower;
    follower = null;
    return Optional.ofNullable(now);
  }

  synchronized PushedEvent state() {
    return new PushedEvent(appId, envelope, answers, isOver);
  }
}

package io.github.feishuhire.sandbox.fault;

import io.github.feishuhire.sandbox.http.Api;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The faults that were ordered, first come first served for each API, and one that prevails
 * wherever none was.
 */
public final class FaultScript {

  private final Map<Api, Queue<Fault>> waiting = new ConcurrentHashMap<>();
  private volatile Optional<Fault> prevailing = Optional.empty();

  public void add(Api api, Fault fault, int times) {
    queue(api).addAll(Collections.nCopies(times, fault));
  }

  public void prevail(Optional<Fault> fault) {
    prevailing = fault;
  }

  /** The fault for the call that is at hand; one that was ordered is used up. */
  public Optional<Fault> take(Api api) {
    return Optional.ofNullable(queue(api).poll()).or(() -> prevailing);
  }

  public void clear() {
    waiting.clear();
  }

  private Queue<Fault> queue(Api api) {
    return waiting.computeIfAbsent(api, ignored -> new ConcurrentLinkedQueue<>());
  }
}

package io.github.feishuhire.testbed.feishu;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/** What is done with which request; what it does not mention goes well. */
public final class Script {

  private record About(Kind kind, String key) {}

  private final Map<About, Queue<Turn>> next = new ConcurrentHashMap<>();
  private final Map<About, Turn> always = new ConcurrentHashMap<>();

  /** The next requests of this kind about this thing, one after the other. */
  public void next(Kind kind, String key, Turn... turns) {
    Queue<Turn> queue = next.computeIfAbsent(new About(kind, key), about -> new ArrayDeque<>());
    synchronized (queue) {
      for (Turn turn : turns) {
        queue.add(turn);
      }
    }
  }

  /** Every request of this kind about this thing, until {@link #stop}. */
  public void always(Kind kind, String key, Turn turn) {
    always.put(new About(kind, key), turn);
  }

  /** Every request of this kind, until {@link #stop}. */
  public void always(Kind kind, Turn turn) {
    always.put(new About(kind, "*"), turn);
  }

  public void stop(Kind kind) {
    always.keySet().removeIf(about -> about.kind() == kind);
  }

  public void clear() {
    next.clear();
    always.clear();
  }

  Turn next(Request request) {
    About about = new About(request.kind(), request.key());
    Queue<Turn> queue = next.get(about);
    if (queue != null) {
      synchronized (queue) {
        Turn turn = queue.poll();
        if (turn != null) {
          return turn;
        }
      }
    }
    Turn rule = always.get(about);
    if (rule == null) {
      rule = always.get(new About(request.kind(), "*"));
    }
    return rule == null ? Turn.usual() : rule;
  }
}

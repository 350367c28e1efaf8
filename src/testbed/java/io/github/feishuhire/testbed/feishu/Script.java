package io.github.feishuhire.testbed.feishu;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What is done with which request; what it does not mention goes well. */
public final class Script {

  private static final String ANY = "*";

  private record About(String app, Kind kind, String key) {}

  private final Map<About, Queue<Turn>> next = new ConcurrentHashMap<>();
  private final Map<About, Turn> always = new ConcurrentHashMap<>();
  private final Map<Kind, Turn> probes = new ConcurrentHashMap<>();

  /** The next requests of this kind about this thing, one after the other. */
  public void next(Kind kind, String key, Turn... turns) {
    Queue<Turn> queue =
        next.computeIfAbsent(new About(ANY, kind, key), about -> new ArrayDeque<>());
    synchronized (queue) {
      for (Turn turn : turns) {
        queue.add(turn);
      }
    }
  }

  /** Every request of this kind about this thing, until {@link #stop}. */
  public void always(Kind kind, String key, Turn turn) {
    always.put(new About(ANY, kind, key), turn);
  }

  /** Every request of this kind, probes included, until {@link #stop}. */
  public void always(Kind kind, Turn turn) {
    always.put(new About(ANY, kind, ANY), turn);
  }

  /** Every request of this kind from this app alone, probes included, until {@link #clear}. */
  public void always(String app, Kind kind, Turn turn) {
    always.put(new About(app, kind, ANY), turn);
  }

  /** Every probe of this kind, whatever becomes of other requests, until {@link #clear}. */
  public void probes(Kind kind, Turn turn) {
    probes.put(kind, turn);
  }

  public void stop(Kind kind) {
    always.keySet().removeIf(about -> about.kind() == kind);
  }

  public void clear() {
    next.clear();
    always.clear();
    probes.clear();
  }

  Turn next(Request request) {
    Queue<Turn> queue = next.get(new About(ANY, request.kind(), request.key()));
    if (queue != null) {
      synchronized (queue) {
        Turn turn = queue.poll();
        if (turn != null) {
          return turn;
        }
      }
    }
    return rule(request, Turn.usual());
  }

  /** How the API fares at the moment is seen from a probe too; it uses up nobody's turn. */
  Turn forProbe(Request request) {
    Turn own = probes.get(request.kind());
    return own == null ? rule(request, Turn.refused(Wires.code(400, StandIn.REFUSAL))) : own;
  }

  private Turn rule(Request request, Turn otherwise) {
    return Stream.of(
            new About(ANY, request.kind(), request.key()),
            new About(request.app(), request.kind(), ANY),
            new About(ANY, request.kind(), ANY))
        .map(always::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(otherwise);
  }
}

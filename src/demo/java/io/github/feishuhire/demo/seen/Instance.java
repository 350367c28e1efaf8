package io.github.feishuhire.demo.seen;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A process instance as far as the log has been read. */
final class Instance {

  private final long key;
  private final String process;
  private final long processKey;
  private final Instant started;
  private final Map<String, JsonNode> variables = new LinkedHashMap<>();
  private final Map<Long, Stay> stays = new LinkedHashMap<>();
  private final Map<Long, OpenIncident> incidents = new LinkedHashMap<>();
  private final Map<Long, OpenTask> tasks = new LinkedHashMap<>();
  private final List<String> trail = new ArrayList<>();
  private final List<String> completed = new ArrayList<>();
  private @Nullable Instant ended;
  private boolean cancelled;

  Instance(long key, String process, long processKey, Instant started) {
    this.key = key;
    this.process = process;
    this.processKey = processKey;
    this.started = started;
  }

  String process() {
    return process;
  }

  void enter(long stay, String element, String type, Instant when) {
    stays.put(stay, new Stay(stay, element, type, when));
    if (!isContainer(type)) {
      trail.add(element);
    }
  }

  /** Somebody is at an element of it, not at itself. */
  private static boolean isContainer(String type) {
    return type.endsWith("SUB_PROCESS");
  }

  Optional<Stay> stay(long stay) {
    return Optional.ofNullable(stays.get(stay));
  }

  void leave(long stay, Instant when, boolean byForce) {
    stay(stay)
        .ifPresent(
            found -> {
              found.leave(when, byForce);
              if (!byForce) {
                completed.add(found.element());
              }
            });
  }

  void set(long scope, String name, JsonNode value) {
    if (scope == key) {
      variables.put(name, value);
    } else {
      stay(scope).ifPresent(found -> found.set(name, value));
    }
  }

  void open(OpenIncident incident) {
    incidents.put(incident.key(), incident);
  }

  void open(OpenTask task) {
    tasks.put(task.key(), task);
  }

  Optional<OpenIncident> resolve(long incident) {
    return Optional.ofNullable(incidents.remove(incident));
  }

  void close(long task) {
    tasks.remove(task);
  }

  void end(Instant when, boolean byForce) {
    ended = when;
    cancelled = byForce;
  }

  List<Visit> visits() {
    return stays.values().stream().map(Stay::visit).toList();
  }

  Snapshot snapshot() {
    return new Snapshot(
        key,
        process,
        processKey,
        started,
        ended,
        cancelled,
        List.copyOf(trail),
        List.copyOf(completed),
        stays.values().stream()
            .filter(stay -> !stay.isOver())
            .filter(stay -> !isContainer(stay.type()))
            .map(Stay::element)
            .toList(),
        List.copyOf(incidents.values()),
        List.copyOf(tasks.values()),
        Map.copyOf(variables));
  }

  /** What a form of this task can show: the variables of the process and its own. */
  Map<String, JsonNode> visibleAt(long stay) {
    Map<String, JsonNode> visible = new LinkedHashMap<>(variables);
    stay(stay).ifPresent(found -> visible.putAll(found.locals()));
    return visible;
  }
}

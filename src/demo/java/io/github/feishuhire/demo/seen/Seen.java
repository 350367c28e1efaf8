package io.github.feishuhire.demo.seen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** All that was seen of the engine. One thread looks, others may ask. */
public final class Seen {

  /** What is new since the last look. */
  public record News(List<Happening> happenings, Set<Long> instances, boolean deployments) {}

  private final EngineLog log;
  private final Map<Long, Instance> instances = new LinkedHashMap<>();
  private final Map<Long, Deployed> deployed = new LinkedHashMap<>();
  private final Map<Long, Long> elementsOfJobs = new LinkedHashMap<>();
  private final List<Happening> happenings = new ArrayList<>();
  private final Set<Long> changed = new LinkedHashSet<>();
  private boolean deployments;

  public Seen(EngineLog log) {
    this.log = log;
  }

  /** Reads on. */
  public synchronized News look() {
    var reader = new Reader(this);
    log.next().forEach(reader::read);
    var news = new News(List.copyOf(happenings), Set.copyOf(changed), deployments);
    happenings.clear();
    changed.clear();
    deployments = false;
    return news;
  }

  void add(long key, Instance instance) {
    instances.put(key, instance);
  }

  void add(Deployed one) {
    deployed.put(one.key(), one);
    deployments = true;
  }

  void addJob(long job, long element) {
    elementsOfJobs.put(job, element);
  }

  void tell(Happening.Kind kind, long instance, String element, String text) {
    find(instance)
        .ifPresent(
            known -> happenings.add(new Happening(kind, instance, known.process(), element, text)));
  }

  /** Also notes that there is something new of it. */
  Optional<Instance> change(long instance) {
    changed.add(instance);
    return find(instance);
  }

  private Optional<Instance> find(long instance) {
    return Optional.ofNullable(instances.get(instance));
  }

  public synchronized List<Snapshot> all() {
    return instances.values().stream().map(Instance::snapshot).toList();
  }

  public synchronized List<Snapshot> of(Collection<Long> keys) {
    return keys.stream()
        .map(instances::get)
        .filter(Objects::nonNull)
        .map(Instance::snapshot)
        .toList();
  }

  /** Empty until the engine has told of it. */
  public synchronized Optional<Snapshot> instance(long key) {
    return find(key).map(Instance::snapshot);
  }

  public synchronized List<Visit> visits(long instance) {
    return find(instance).map(Instance::visits).orElse(List.of());
  }

  public synchronized List<OpenTask> tasks() {
    return instances.values().stream()
        .flatMap(instance -> instance.snapshot().tasks().stream())
        .toList();
  }

  public synchronized Optional<OpenIncident> incident(long key) {
    return instances.values().stream()
        .flatMap(instance -> instance.snapshot().incidents().stream())
        .filter(incident -> incident.key() == key)
        .findFirst();
  }

  public synchronized Map<String, JsonNode> visibleAt(OpenTask task) {
    return find(task.instance())
        .map(instance -> instance.visibleAt(task.elementKey()))
        .orElse(Map.of());
  }

  /** The key of the element instance that a job belongs to. */
  public synchronized OptionalLong elementOfJob(long job) {
    Long element = elementsOfJobs.get(job);
    return element == null ? OptionalLong.empty() : OptionalLong.of(element);
  }

  public synchronized List<Deployed> deployed() {
    return List.copyOf(deployed.values());
  }

  public synchronized Optional<Deployed> deployed(long key) {
    return Optional.ofNullable(deployed.get(key));
  }
}

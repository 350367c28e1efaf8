package io.github.feishuhire.worker.job;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuHire;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Feishu apps that tasks can name, and which jobs may use them. */
public final class Connections {

  private final Map<String, FeishuHire> byName;
  private final Map<String, Admission> admissions;

  /**
   * @param admissions by the names of connections; one without may be used by every job
   */
  public Connections(Map<String, FeishuHire> byName, Map<String, Admission> admissions) {
    this.byName = new TreeMap<>(byName);
    this.admissions = Map.copyOf(admissions);
  }

  /** Every job may use each of them. */
  public Connections(Map<String, FeishuHire> byName) {
    this(byName, Map.of());
  }

  /** Empty for a name that no connection has. */
  public Optional<FeishuHire> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Whether a connection may be used by jobs of a process. */
  boolean admits(String name, String tenant, String process) {
    return admissions.getOrDefault(name, Admission.ALL).admits(tenant, process);
  }

  /** In alphabetical order. */
  public Collection<String> names() {
    return byName.keySet();
  }

  /** The wait of the nth job from now on; none for a connection that is not there. */
  Duration untilTurn(String name, Endpoint endpoint, int nth) {
    FeishuHire hire = byName.get(name);
    return hire == null ? Duration.ZERO : hire.limits(endpoint).untilTurn(nth);
  }

  /** All of them. */
  public Collection<FeishuHire> all() {
    return byName.values();
  }
}

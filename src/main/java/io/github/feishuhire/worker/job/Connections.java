package io.github.feishuhire.worker.job;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuHire;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Feishu apps that tasks can name. */
public final class Connections {

  private final Map<String, FeishuHire> byName;

  public Connections(Map<String, FeishuHire> byName) {
    this.byName = new TreeMap<>(byName);
  }

  Optional<FeishuHire> find(String name) {
    return Optional.ofNullable(byName.get(name));
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

package io.github.feishuhire.worker.job;

import io.github.feishuhire.api.FeishuHire;
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
  Collection<String> names() {
    return byName.keySet();
  }
}

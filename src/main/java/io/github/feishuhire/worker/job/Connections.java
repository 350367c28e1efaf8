package io.github.feishuhire.worker.job;

import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.http.Endpoint;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.lang3.ObjectUtils;

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

  /** The wait of the nth job from now on, whichever app it is for: the shortest of theirs. */
  Duration untilTurn(Endpoint endpoint, int nth) {
    Duration shortest = null;
    for (FeishuHire hire : byName.values()) {
      Duration wait = hire.limits(endpoint).untilTurn(nth);
      if (wait.isZero()) { // the usual case; nothing is shorter
        return wait;
      }
      shortest = shortest == null ? wait : ObjectUtils.min(shortest, wait);
    }
    return shortest == null ? Duration.ZERO : shortest;
  }
}

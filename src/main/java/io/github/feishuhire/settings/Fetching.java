package io.github.feishuhire.settings;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How jobs of an operation are fetched; null is what nobody has said.
 *
 * @param enabled whether they are fetched at all
 * @param jobs of one connection that run at once
 * @param timeout after which Camunda hands a job out again
 * @param worker the name that Camunda shows
 * @param tenants of Camunda; none for those of the client
 * @param requestTimeout of one request for jobs
 */
public record Fetching(
    boolean enabled,
    @Nullable Integer jobs,
    @Nullable Duration timeout,
    @Nullable String worker,
    List<String> tenants,
    @Nullable Duration requestTimeout) {

  public Fetching {
    tenants = tenants.stream().map(String::strip).toList();
  }
}

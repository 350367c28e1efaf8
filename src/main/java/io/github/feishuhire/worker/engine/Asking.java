package io.github.feishuhire.worker.engine;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the engine is asked for jobs.
 *
 * @param worker the name it is told; null for the client's
 * @param tenants whose jobs are asked for; none for those of the client
 * @param patience with which a request waits for jobs
 */
public record Asking(@Nullable String worker, List<String> tenants, Duration patience) {

  /** As the client's own settings say. */
  public static final Asking USUAL = new Asking(null, List.of(), Duration.ofSeconds(10));

  public Asking {
    tenants = List.copyOf(tenants);
  }
}

package io.github.feishuhire.api.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hiring process as the tenant has set it up.
 *
 * @param type null for one that is not documented
 * @param stages from the first to the last
 */
public record HiringProcess(
    String id,
    @Nullable String zhName,
    @Nullable String enName,
    @Nullable ProcessType type,
    List<Stage> stages) {

  public HiringProcess {
    stages = List.copyOf(stages);
  }
}

package io.github.feishuhire.api.hiring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hiring process of the tenant.
 *
 * @param type Feishu's number: 1 for experienced hires, 2 for campus
 * @param stages in their order
 */
public record HiringProcess(
    String id,
    @Nullable String zhName,
    @Nullable String enName,
    @Nullable Integer type,
    List<HiringStage> stages) {

  public HiringProcess {
    stages = List.copyOf(stages);
  }
}

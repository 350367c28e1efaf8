package io.github.feishuhire.api.application;

import io.github.feishuhire.api.Numbered;
import org.jspecify.annotations.Nullable;

/**
 * A step of a hiring process.
 *
 * @param type null for one that is not documented
 */
public record Stage(
    String id, @Nullable String zhName, @Nullable String enName, @Nullable StageType type) {

  /** As it is on the wire. */
  record Wire(
      @Nullable String id,
      @Nullable String zhName,
      @Nullable String enName,
      @Nullable Integer type) {

    @Nullable Stage stage() {
      return id == null || id.isBlank()
          ? null
          : new Stage(id, zhName, enName, Numbered.of(StageType.values(), type));
    }
  }
}

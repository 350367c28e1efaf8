package io.github.feishuhire.settings;

import java.time.Duration;

/**
 * An operation, as far as settings are about it.
 *
 * @param name as in {@code feishu.operations.enabled}
 * @param shortestTimeout of its jobs, in which one call and its report find room
 */
public record Served(String name, String jobType, Duration shortestTimeout) {

  @Override
  public String toString() {
    return name;
  }
}

package io.github.feishuhire.worker.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which process instances were there before an engine was restored from a backup: it may have
 * forgotten submissions that they had made. A job does not say when it or its process instance
 * began; but keys only grow within a partition, whose number is their upper part.
 */
public final class RestorePoint {

  /** For an engine that was never restored. */
  public static final RestorePoint NONE = new RestorePoint(List.of());

  private static final int BITS_BELOW_PARTITION = 51;

  private final Map<Long, Long> firstAfter = new HashMap<>();

  /**
   * The keys of process instances that began after it, one of each partition; all instances of a
   * partition without one count as earlier, unless there are no keys at all.
   */
  public RestorePoint(List<Long> firstAfter) {
    firstAfter.forEach(key -> this.firstAfter.merge(key >> BITS_BELOW_PARTITION, key, Math::min));
  }

  /** What tells it from other restores, if that process instance began before it; else null. */
  @Nullable Long ifAfter(long processInstanceKey) {
    if (firstAfter.isEmpty()) {
      return null;
    }
    Long first = firstAfter.getOrDefault(processInstanceKey >> BITS_BELOW_PARTITION, 0L);
    return first == 0 || processInstanceKey < first ? first : null;
  }
}

package io.github.feishuhire.event.longconnection;

import com.google.protobuf.ByteString;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Events that come in several frames, until they are whole. What is too old, or the oldest where
 * there is too much, is forgotten: Feishu pushes it again.
 */
final class Parts {

  static final Duration KEPT = Duration.ofMinutes(5);
  static final int MOST_BYTES = 8 * 1024 * 1024;
  static final int MOST_PARTS = 1000;

  /** One event that is not whole yet. */
  private static final class Incomplete {
    private final Instant begun;
    private final Map<Integer, ByteString> bySeq = new TreeMap<>();
    private int bytes;

    Incomplete(Instant begun) {
      this.begun = begun;
    }

    void add(int seq, ByteString part) {
      ByteString before = bySeq.put(seq, part);
      bytes += part.size() - (before == null ? 0 : before.size());
    }
  }

  private final Time time;
  private final Map<String, Incomplete> byMessage = new LinkedHashMap<>();

  Parts(Time time) {
    this.time = time;
  }

  /**
   * Takes one part.
   *
   * @param sum how many there are
   * @param seq which one this is, from 0
   * @return the whole, or null while parts of it are missing
   */
  synchronized @Nullable ByteString add(String messageId, int sum, int seq, ByteString part) {
    if (sum <= 1) {
      return part;
    }
    if (sum > MOST_PARTS || seq < 0 || seq >= sum) {
      return null;
    }
    Instant now = time.now();
    byMessage.values().removeIf(one -> !now.isBefore(one.begun.plus(KEPT)));
    Incomplete event = byMessage.computeIfAbsent(messageId, first -> new Incomplete(now));
    event.add(seq, part);
    if (event.bySeq.size() == sum) {
      byMessage.remove(messageId);
      return ByteString.copyFrom(event.bySeq.values());
    }
    forgetOldest();
    return null;
  }

  private void forgetOldest() {
    Iterator<Incomplete> oldest = byMessage.values().iterator();
    for (int bytes = bytes(); bytes > MOST_BYTES; oldest.remove()) {
      bytes -= oldest.next().bytes;
    }
  }

  /** Of all parts that wait for others. */
  synchronized int bytes() {
    return byMessage.values().stream().mapToInt(event -> event.bytes).sum();
  }
}

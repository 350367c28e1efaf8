package io.github.feishuhire.sandbox.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The requests in the order in which they had arrived completely; only the latest are kept. */
public final class RequestLog {

  private static final int KEPT = 10_000;

  private final Deque<Entry> entries = new ArrayDeque<>();

  synchronized Entry add(RecordedRequest request) {
    var entry = new Entry(request);
    if (entries.size() == KEPT) {
      entries.removeFirst();
    }
    entries.addLast(entry);
    return entry;
  }

  public synchronized List<RecordedRequest> requests() {
    return entries.stream().map(entry -> entry.request).toList();
  }

  /** Forgets everything so far. */
  public synchronized void clear() {
    entries.clear();
  }

  static final class Entry {

    private volatile RecordedRequest request;

    private Entry(RecordedRequest request) {
      this.request = request;
    }

    void markAnswered(RecordedRequest.Answer answer) {
      request = request.asAnswered(answer);
    }

    void markExecuted() {
      request = request.asExecuted();
    }
  }
}

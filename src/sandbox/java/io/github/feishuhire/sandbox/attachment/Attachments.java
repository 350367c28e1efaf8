package io.github.feishuhire.sandbox.attachment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.ByteString;

/** The store of attachments. */
public final class Attachments {

  private final Map<String, Attachment> byId = new LinkedHashMap<>();

  /** Starts with the file of the documentation's example. */
  public Attachments() {
    keep(new Attachment("7095614894070434092", "example.pdf", 0, ByteString.EMPTY.sha256().hex()));
  }

  synchronized void keep(Attachment attachment) {
    byId.put(attachment.id(), attachment);
  }

  public synchronized boolean contains(String id) {
    return byId.containsKey(id);
  }

  public synchronized List<Attachment> all() {
    return List.copyOf(byId.values());
  }
}

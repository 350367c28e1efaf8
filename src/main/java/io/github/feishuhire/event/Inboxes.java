package io.github.feishuhire.event;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The inboxes of those connections whose events are received, whichever way they come. */
public final class Inboxes {

  private final Map<String, Inbox> byConnection;

  /**
   * @param byConnection by the names that tasks use
   */
  public Inboxes(Map<String, Inbox> byConnection) {
    this.byConnection = new TreeMap<>(byConnection);
  }

  /** Empty for a connection whose events are not received. */
  public Optional<Inbox> of(String connection) {
    return Optional.ofNullable(byConnection.get(connection));
  }
}

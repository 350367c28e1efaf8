package io.github.feishuhire.sandbox.event;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Takes what has happened and pushes it, without making the one who tells wait. */
public interface EventFeed {

  /**
   * Something has happened.
   *
   * @param eventType such as {@code hire.application.stage_changed_v1}
   * @param event what the envelope has under {@code event}
   */
  void happened(String eventType, ObjectNode event);
}

package io.github.feishuhire.sandbox.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An event and what became of it so far.
 *
 * @param envelope as it was pushed
 * @param answers of each push that has ended, in order; {@link Way#NO_ANSWER} for none
 * @param isOver whether it is pushed no more
 */
public record PushedEvent(
    String appId, ObjectNode envelope, List<Integer> answers, boolean isOver) {

  private static final int ACCEPTED = 200;

  public PushedEvent {
    answers = List.copyOf(answers);
  }

  public String id() {
    return header("event_id");
  }

  public String type() {
    return header("event_type");
  }

  /** What has happened. */
  public JsonNode event() {
    return envelope.path("event");
  }

  /** Whether the app has said that it has the event. */
  public boolean isAccepted() {
    return answers.contains(ACCEPTED);
  }

  private String header(String name) {
    return envelope.path("header").path(name).asText();
  }

  /** Events can be about candidates. */
  @Override
  public String toString() {
    return "PushedEvent[" + id() + " " + type() + ", answers=" + answers + "]";
  }
}

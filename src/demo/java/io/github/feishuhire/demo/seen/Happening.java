package io.github.feishuhire.demo.seen;

/**
 * Something that a person would tell of an instance.
 *
 * @param process the id of its process
 * @param element where it happened
 * @param text what an incident says, else empty
 */
public record Happening(Kind kind, long instance, String process, String element, String text) {

  /** What happened. */
  public enum Kind {
    STARTED,
    DONE,
    WAITS_FOR_PERSON,
    INCIDENT,
    RESOLVED,
    ENDED,
    CANCELLED
  }
}

package io.github.feishuhire.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Is told what becomes of events. */
public interface EventListener {

  /** What became of an event that was taken in. */
  enum Fate {
    PUBLISHED,
    /** The engine had the message already. */
    DUPLICATE,
    /** Nobody wants events of this type. */
    DROPPED,
    /** The engine could not be told: Feishu pushes it again. */
    LATER
  }

  /** Why something was not taken in. */
  enum Refusal {
    SIGNATURE,
    TOKEN,
    APP_ID,
    MALFORMED,
    TOO_LARGE
  }

  /**
   * Something has come that says it is an event of Feishu.
   *
   * @param connection name of the connection
   */
  default void received(String connection) {}

  /**
   * The end of an event.
   *
   * @param type of the event, as Feishu calls it; anything where it was dropped
   * @param age since Feishu made the event; null where that is not known
   */
  default void ended(String connection, String type, Fate fate, @Nullable Duration age) {}

  /** It was not taken in. */
  default void refused(String connection, Refusal reason) {}
}

package io.github.feishuhire.event;

/**
 * Where the events of one connection are handed in. Nothing is kept here: what is not taken comes
 * again, because Feishu was not told that it has arrived.
 */
public interface Inbox {

  /** What Feishu may be told. */
  enum Receipt {
    /** That it has arrived: the engine has the message, or had it already, or nobody wants it. */
    TAKEN,
    /** Nothing but that it must push again. */
    LATER
  }

  /**
   * Takes an event in. Returns within Feishu's three seconds, and throws nothing.
   *
   * @param envelope the event with its header (schema 2.0) as plain JSON; that it comes from Feishu
   *     was seen before
   */
  Receipt receive(byte[] envelope);
}

package io.github.feishuhire.event.longconnection;

/** Is told what becomes of long connections; returns at once and throws nothing. */
public interface ConnectionListener {

  /** There is one. */
  default void opened(String connection) {}

  /** There is none any more, or a try to have one has failed; another one follows. */
  default void ended(String connection, End why) {}
}

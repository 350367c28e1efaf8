package io.github.feishuhire.event.longconnection;

import org.jspecify.annotations.Nullable;

/** There is no long connection now. */
final class NoConnectionException extends Exception {

  private static final long serialVersionUID = 1;

  private final End end;

  NoConnectionException(End end) {
    this(end, null);
  }

  /** The cause may name the address in full: it is not for logs. */
  NoConnectionException(End end, @Nullable Throwable cause) {
    super(end.toString(), cause, false, false);
    this.end = end;
  }

  End end() {
    return end;
  }
}

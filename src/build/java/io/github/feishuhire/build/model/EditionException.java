package io.github.feishuhire.build.model;

/** The edition cannot be written; the message is one line that says what to mend. */
public final class EditionException extends RuntimeException {

  EditionException(String message) {
    super(message);
  }
}

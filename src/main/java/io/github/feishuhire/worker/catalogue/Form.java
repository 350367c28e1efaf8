package io.github.feishuhire.worker.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How something is written that a designer enters. The patterns let expressions through, and are no
 * stricter than what the worker sends.
 */
public enum Form {
  /** An id of Feishu; as a number in an expression it would lose its last digits. */
  ID("\\s*[A-Za-z0-9_-]{1,64}\\s*$", true),
  /** A code of Feishu, or an expression that gives a list of them. */
  CODE("\\s*[A-Za-z0-9_-]{1,64}\\s*$", false),
  LOCATION_CODE("\\s*[A-Za-z][A-Za-z0-9_-]{0,63}\\s*$", false),
  DIALLING_PREFIX("\\s*\\+?[0-9][0-9 -]{0,7}\\s*$", false),
  MOBILE("\\s*[+0-9][0-9 ()-]{2,30}\\s*$", true),
  EMAIL("\\s*[^@\\s]+@[^@\\s]+\\s*$", false),
  /** Anything, often digits. */
  NUMBER(null, true),
  /** Anything. */
  TEXT(null, false),
  /** An expression that gives a file. */
  FILE(null, false),
  /** An expression that gives an object. */
  OBJECT(null, false);

  private final @Nullable String pattern;
  private final boolean isOfDigits;

  Form(@Nullable String pattern, boolean isOfDigits) {
    this.pattern = pattern;
    this.isOfDigits = isOfDigits;
  }

  /** A regular expression of JavaScript; empty where anything goes. */
  public Optional<String> pattern() {
    return this == FILE
        ? Optional.of("^=")
        : Optional.ofNullable(pattern).map(text -> "^(=|" + text + ")");
  }

  /** Whether it looks like a number and must be text all the same. */
  public boolean isOfDigits() {
    return isOfDigits;
  }
}

package io.github.feishuhire.command.setup;

import org.jspecify.annotations.Nullable;

/** A setting that is taken as it is, though hardly anybody can have meant it so. */
public sealed interface Doubt {

  String name();

  /**
   * It has no effect.
   *
   * @param nearest the name that may have been meant; null when there is none like it
   */
  record Unknown(String name, @Nullable String nearest) implements Doubt {}

  /** It is a secret, and stands where everybody on the machine can read it. */
  record OnCommandLine(String name) implements Doubt {}
}

package io.github.feishuhire.settings;

import org.jspecify.annotations.Nullable;

/** A setting that is taken as it is, though hardly anybody can have meant it so. */
public sealed interface SettingDoubt {

  /** Of the setting, as somebody has written it. */
  String name();

  /**
   * It has no effect.
   *
   * @param nearest the name that may have been meant; null when there is none like it
   */
  record Unknown(String name, @Nullable String nearest) implements SettingDoubt {}

  /** It is a secret, and can be read by everybody who may list the processes of the machine. */
  record OnCommandLine(String name) implements SettingDoubt {}
}

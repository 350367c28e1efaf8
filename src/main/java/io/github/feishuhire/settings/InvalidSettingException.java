package io.github.feishuhire.settings;

/** A setting that is missing or cannot be; the message is one line and says how to mend it. */
public final class InvalidSettingException extends RuntimeException {

  private static final long serialVersionUID = 1;

  InvalidSettingException(String message) {
    super(message);
  }
}

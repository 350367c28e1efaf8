package io.github.feishuhire.worker.attachment;

import io.github.feishuhire.worker.outcome.SourceTrouble;

/** The resume may well be where the process says it is, but was not handed over. */
final class SourceException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final SourceTrouble trouble;

  SourceException(SourceTrouble trouble) {
    super(trouble.name(), null, false, false);
    this.trouble = trouble;
  }

  SourceTrouble trouble() {
    return trouble;
  }
}

package io.github.feishuhire.demo.page;

import io.github.feishuhire.words.Language;
import java.util.Optional;

/** The candidates that the demo itself sends. */
public interface Troupe {

  /**
   * Whom an instance is about.
   *
   * @param story a key of the demo's words
   */
  record Role(String name, String story) {}

  /** Empty for instances that somebody else has started. */
  Optional<Role> role(long instance);

  /** Has them all come once more. */
  void send(Language language);
}

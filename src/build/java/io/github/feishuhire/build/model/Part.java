package io.github.feishuhire.build.model;

/** A stretch of a file, from one character up to another, that each edition has otherwise. */
sealed interface Part {

  int start();

  int end();

  /**
   * What people read.
   *
   * @param key the element and which of its words, such as {@code submitDelivery.name}
   */
  record Words(int start, int end, String key) implements Part {}

  /** An ID under which the engine keeps what is deployed. */
  record Id(int start, int end) implements Part {}

  /** What a task's header says of the language of its template. */
  record Language(int start, int end) implements Part {}
}

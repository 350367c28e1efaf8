package io.github.feishuhire.worker.outcome;

/** Why a resume was not handed over although nobody says that it is gone. */
public enum SourceTrouble {
  /** Camunda's REST API answers, and not usefully. */
  STORE_UNAVAILABLE,
  /** Camunda's REST API cannot be reached where it was configured to be. */
  STORE_UNREACHABLE,
  /** Camunda's REST API cannot be reached where it is by default, and nobody said where it is. */
  STORE_ADDRESS_MISSING,
  /** Somebody answers where Camunda's REST API was configured to be, and it is not Camunda. */
  STORE_NOT_THERE,
  /** Camunda does not let the worker read documents. */
  STORE_ACCESS_DENIED,
  /** Camunda does not have the store that the document is in. */
  STORE_MISSING,
  /** The web server does not answer, or not usefully. */
  URL_UNAVAILABLE,
  /** The worker cannot keep the file for as long as it takes to learn its size. */
  NO_ROOM
}

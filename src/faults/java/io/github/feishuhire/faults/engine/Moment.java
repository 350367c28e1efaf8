package io.github.feishuhire.faults.engine;

/** On which side of the broker a call is held up. */
public enum Moment {
  /** The broker has not heard of it. */
  BEFORE_BROKER,
  /** The broker has done it, the worker does not know. */
  AFTER_BROKER
}

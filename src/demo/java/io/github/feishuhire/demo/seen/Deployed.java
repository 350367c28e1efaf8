package io.github.feishuhire.demo.seen;

/** What was deployed, by whomever. */
public sealed interface Deployed {

  long key();

  String id();

  int version();

  /** As it was deployed. */
  String text();

  /** A process; its text is BPMN. */
  record Model(long key, String id, int version, String text) implements Deployed {}

  /** A form; its text is JSON. */
  record Form(long key, String id, int version, String text) implements Deployed {}
}

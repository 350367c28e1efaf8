package io.github.feishuhire.demo.seen;

/**
 * An incident that nobody has resolved.
 *
 * @param jobKey negative when no job failed, but an expression or the model itself
 */
public record OpenIncident(
    long key, long instance, long elementKey, String element, long jobKey, String message) {

  /** A message may quote what a candidate wrote. */
  @Override
  public String toString() {
    return "OpenIncident[key=" + key + ", element=" + element + "]";
  }
}

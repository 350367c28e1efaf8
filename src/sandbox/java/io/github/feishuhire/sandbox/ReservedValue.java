package io.github.feishuhire.sandbox;

import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.website.TaskEnding;

/**
 * A value that makes the sandbox do something on purpose.
 *
 * @param value for a file name, the name without its extension
 */
public record ReservedValue(Field field, String value, String effect, Behaviour behaviour) {

  /** Where a value is looked for. */
  public enum Field {
    JOB_POST_ID("job_post_id"),
    EXTERNAL_ID("external_id"),
    FILE_NAME("file name");

    private final String label;

    Field(String label) {
      this.label = label;
    }

    /** The API's name of the field. */
    public String label() {
      return label;
    }
  }

  /** What the value brings about. */
  public sealed interface Behaviour {

    /** Every call ends in the fault. */
    record Always(Fault fault) implements Behaviour {}

    /** A call ends in the fault, the same call again is fine, and so on in turn. */
    record Once(Fault fault) implements Behaviour {}

    /** The delivery is accepted, and its task ends like this. */
    record Task(TaskEnding ending) implements Behaviour {}
  }
}

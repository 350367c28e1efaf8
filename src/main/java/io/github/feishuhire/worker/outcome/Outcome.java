package io.github.feishuhire.worker.outcome;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one run of a job ends in: each variant is one command to the engine. */
public sealed interface Outcome {

  /**
   * The job is done.
   *
   * @param variables the outputs of the operation, nothing else
   * @param blanked names of inputs that the task shall no longer show
   * @param afterwards what is done once the engine has taken it
   */
  record Completed(Map<String, Object> variables, List<String> blanked, Afterwards afterwards)
      implements Outcome {
    public Completed(Map<String, Object> variables) {
      this(variables, List.of(), Optional::empty);
    }

    /** The same, and the task no longer shows these inputs. */
    public Completed blanking(List<String> inputs) {
      return new Completed(variables, inputs, afterwards);
    }

    /** The same, and then something more. */
    public Completed then(Afterwards more) {
      return new Completed(variables, blanked, more);
    }

    @Override
    public String toString() {
      return "Completed" + variables.keySet();
    }
  }

  /** Something that may be left undone: the engine no longer waits for it. */
  @FunctionalInterface
  interface Afterwards {
    /** Does it; returns what a person should know when it was not done. */
    Optional<String> run();
  }

  /**
   * A BPMN error; where nothing catches it, the engine makes it an incident.
   *
   * @param variables what the process learns besides the error
   */
  record BpmnError(HireError error, Map<String, Object> variables) implements Outcome {
    BpmnError(HireError error) {
      this(error, Map.of());
    }

    @Override
    public String toString() {
      return "BpmnError[" + error + ", " + variables.keySet() + "]";
    }
  }

  /**
   * The job was not done.
   *
   * @param retries what is left; 0 makes it an incident
   * @param message one line for the person who reads the incident
   */
  record Failed(int retries, Duration backoff, String message) implements Outcome {
    /** For what only a person can mend. */
    public static Failed incident(String message) {
      return new Failed(0, Duration.ZERO, message);
    }
  }
}

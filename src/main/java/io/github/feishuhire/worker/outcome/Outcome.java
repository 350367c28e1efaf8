package io.github.feishuhire.worker.outcome;

import java.time.Duration;
import java.util.Map;

/** What one run of a job ends in: each variant is one command to the engine. */
public sealed interface Outcome {

  /**
   * The job is done.
   *
   * @param variables the outputs of the operation, nothing else
   */
  record Completed(Map<String, Object> variables) implements Outcome {
    @Override
    public String toString() {
      return "Completed" + variables.keySet();
    }
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

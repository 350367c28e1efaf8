package io.github.feishuhire.command.doctor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param subject what it is about, such as {@code camunda}
 * @param advice what to do; only where something is to be done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Finding(State state, String subject, String text, @Nullable String advice) {

  /** How it was found. */
  enum State {
    @JsonProperty("ok")
    OK("@|green ok   |@"),
    /** Worth knowing, and no reason to do anything before the worker runs. */
    @JsonProperty("note")
    NOTE("@|yellow note |@"),
    @JsonProperty("fault")
    FAULT("@|bold,red FAULT|@");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** In picocli's markup. */
    String label() {
      return label;
    }
  }

  boolean isFault() {
    return state == State.FAULT;
  }
}

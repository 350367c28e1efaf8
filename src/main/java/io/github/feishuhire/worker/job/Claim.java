package io.github.feishuhire.worker.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.feishuhire.worker.engine.JobCommands;
import io.github.feishuhire.worker.outcome.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may submit. The engine keeps it as a local variable of the task, so it survives every crash
 * and is seen by whoever gets the job next: {@code sent} is written before a submission leaves,
 * {@code released} when it certainly had no effect, {@code accepted} when it certainly had one and
 * the job could not be completed. A person resolves a doubt by setting it.
 */
final class Claim {

  static final String VARIABLE = "feishu_hire_submission";

  private static final Duration PATIENCE_WITH_ENGINE = Duration.ofMinutes(5);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What an earlier run, or a person, left behind. */
  sealed interface State {
    /** Nothing was submitted, or nothing that had an effect. */
    record Free(int attempts) implements State {}

    record Sent(int attempts, @Nullable String at) implements State {}

    record Accepted(Map<String, Object> outputs) implements State {
      @Override
      public String toString() {
        return "Accepted" + outputs.keySet();
      }
    }

    record Unreadable() implements State {}
  }

  private final JobCommands commands;
  private final State found;
  private @Nullable Map<String, Object> sent;
  private Standing standing;

  Claim(JsonNode variable, String output, JobCommands commands) {
    this.commands = commands;
    this.found = read(variable, output);
    this.standing = untouched();
  }

  private Standing untouched() {
    return switch (found) {
      case State.Free free -> Standing.NOT_MADE;
      case State.Accepted accepted -> Standing.KEPT;
      case State.Sent earlier -> Standing.UNSAID;
      case State.Unreadable unreadable -> Standing.UNSAID;
    };
  }

  /** What this run and the earlier ones came to. */
  Standing standing() {
    return standing;
  }

  State found() {
    return found;
  }

  /** Whether this run has written {@code sent} and not taken it back. */
  boolean isTaken() {
    return sent != null;
  }

  /** When the submission was sent, as far as anybody knows. */
  @Nullable String sentAt() {
    return sent != null
        ? String.valueOf(sent.get("at"))
        : found instanceof State.Sent earlier ? earlier.at() : null;
  }

  /** The number of this attempt. */
  private int attempt() {
    return 1
        + switch (found) {
          case State.Free free -> free.attempts();
          case State.Sent earlier -> earlier.attempts();
          case State.Accepted accepted -> 0;
          case State.Unreadable unreadable -> 0;
        };
  }

  /** Returns when the engine has it. */
  void take(Instant now) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("state", "sent");
    value.put("attempt", attempt());
    value.put("at", now.toString());
    commands.setLocal(Map.of(VARIABLE, value));
    sent = value;
    standing = Standing.UNSAID;
  }

  /** Takes this run's claim back; the doubt an earlier run left stays one. */
  void release() {
    Map<String, Object> value = new LinkedHashMap<>();
    if (found instanceof State.Sent earlier) {
      value.put("state", "sent");
      value.put("attempt", attempt());
      value.put("at", String.valueOf(earlier.at()));
    } else {
      value.put("state", "released");
      value.put("attempt", attempt());
    }
    commands.setLocal(Map.of(VARIABLE, value));
    sent = null;
    standing = untouched();
  }

  /**
   * Keeps what Feishu answered for the next run; tried well beyond the lease, because it stays
   * true.
   */
  void accept(Map<String, Object> outputs) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("state", "accepted");
    value.putAll(outputs);
    standing = Standing.NOT_KEPT;
    commands.setLocalAfterwards(Map.of(VARIABLE, value), PATIENCE_WITH_ENGINE);
    standing = Standing.KEPT;
  }

  private static State read(JsonNode variable, String output) {
    if (variable.isMissingNode() || variable.isNull()) {
      return new State.Free(0);
    }
    int attempts = variable.path("attempt").asInt();
    return switch (variable.path("state").asText()) {
      case "released" -> new State.Free(attempts);
      case "sent" -> new State.Sent(attempts, time(variable.path("at")));
      case "accepted" -> {
        JsonNode value = variable.path(output);
        yield isOutput(output, value)
            ? new State.Accepted(Map.of(output, MAPPER.convertValue(value, Object.class)))
            : new State.Unreadable();
      }
      default -> new State.Unreadable();
    };
  }

  /** An id is text, every other output is an object. */
  private static boolean isOutput(String output, JsonNode value) {
    return output.endsWith("_id")
        ? value.isTextual() && !value.textValue().isBlank()
        : value.isObject();
  }

  /** Only what is a time is shown again: a person can write anything here. */
  private static @Nullable String time(JsonNode at) {
    return at.asText().matches("[0-9TZ:.+-]{10,40}") ? at.asText() : null;
  }
}

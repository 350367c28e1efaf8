package io.github.feishuhire.worker.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.feishuhire.worker.catalogue.Output;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.engine.Job;
import io.github.feishuhire.worker.engine.JobCommands;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.outcome.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may submit. The engine keeps it as a local variable of the task, so it survives every crash
 * and is seen by whoever gets the job next: {@code sent} is written before a submission leaves,
 * {@code released} when it certainly had no effect, {@code accepted} when it certainly had one and
 * the job could not be completed. A person resolves a doubt by setting it.
 */
final class Claim {

  static final String VARIABLE = Task.SUBMISSION;

  /**
   * Says whose claim it is, by the key of the element instance: a task also sees the variables of
   * the scopes around it, and anybody who starts a process can set those. What a modification
   * starts anew has a new key and so no claim, whatever is copied to it; a migration keeps key and
   * variables. A person who resolves a doubt changes the claim alone and leaves this as it is.
   */
  static final String OWNER = "feishu_hire_submission_of";

  private static final Duration PATIENCE_WITH_ENGINE = Duration.ofMinutes(5);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** Of a claim that was written knowing that the engine had been restored. */
  private static final String RESTORED = "restored";

  private static final String WRITER = "by";
  private static final String WORKER = "worker";

  /** What an earlier run, or a person, left behind. */
  sealed interface State {
    /** Nothing was submitted, or nothing that had an effect. */
    record Free(int attempts) implements State {}

    record Sent(int attempts, @Nullable String at) implements State {}

    /**
     * It arrived.
     *
     * @param confirmed whether it is a person who says so
     */
    record Accepted(Map<String, Object> outputs, boolean confirmed) implements State {
      @Override
      public String toString() {
        return "Accepted" + outputs.keySet();
      }
    }

    record Unreadable() implements State {}
  }

  private final JobCommands commands;
  private final String owner;
  private final boolean own;
  private final @Nullable Long restored;
  private final boolean forgotten;
  private final State found;
  private @Nullable Map<String, Object> sent;
  private Standing standing;

  Claim(Inputs variables, Output output, Job job, JobCommands commands, RestorePoint restorePoint) {
    this.commands = commands;
    this.owner = String.valueOf(job.elementInstanceKey());
    this.own = owner.equals(variables.raw(OWNER).textValue());
    JsonNode claim = variables.raw(VARIABLE);
    State read = own ? read(claim, output) : ofAnother(claim, Report.failedTries(variables));
    this.restored = restorePoint.ifAfter(job.processInstanceKey());
    this.forgotten = restored != null && read instanceof State.Free && !isReleasedSince(claim);
    this.found = forgotten ? new State.Sent(0, null) : read;
    this.standing = untouched();
  }

  /** By a person, who writes no attempt, or by a worker that knew of the restored engine. */
  private boolean isReleasedSince(JsonNode claim) {
    return own
        && claim.path("state").asText().equals("released")
        && (claim.path("attempt").isMissingNode()
            || claim.path(RESTORED).asText().equals(String.valueOf(restored)));
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

  /** Makes a doubt that is not marked as ours ours, so that what a person sets next counts. */
  void adopt() {
    if (own && !forgotten) {
      return;
    }
    switch (found) {
      case State.Sent earlier -> commands.setLocal(marked(sent(earlier.attempts(), earlier.at())));
      case State.Unreadable unreadable -> commands.setLocal(marked(Map.of("state", "unreadable")));
      case State.Free free -> {}
      case State.Accepted accepted -> {}
    }
  }

  private Map<String, Object> marked(Map<String, Object> claim) {
    return Map.of(VARIABLE, claim, OWNER, owner);
  }

  private Map<String, Object> sent(int attempt, @Nullable String at) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("state", "sent");
    value.put("attempt", attempt);
    value.put("at", String.valueOf(at));
    return noted(value);
  }

  private Map<String, Object> noted(Map<String, Object> claim) {
    if (restored == null) {
      return claim;
    }
    Map<String, Object> value = new LinkedHashMap<>(claim);
    value.put(RESTORED, String.valueOf(restored));
    return value;
  }

  /** Returns when the engine has it. */
  void take(Instant now) {
    Map<String, Object> value = sent(attempt(), now.toString());
    commands.setLocal(marked(value));
    sent = value;
    standing = Standing.UNSAID;
  }

  /** Takes this run's claim back; the doubt an earlier run left stays one. */
  void release() {
    Map<String, Object> value =
        found instanceof State.Sent earlier
            ? sent(attempt(), earlier.at())
            : noted(Map.of("state", "released", "attempt", attempt()));
    commands.setLocal(marked(value));
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
    value.put(WRITER, WORKER);
    value.putAll(outputs);
    standing = Standing.NOT_KEPT;
    commands.setLocalAfterwards(marked(value), PATIENCE_WITH_ENGINE);
    standing = Standing.KEPT;
  }

  private static State read(JsonNode claim, @Nullable Output output) {
    if (claim.isMissingNode() || claim.isNull()) {
      return new State.Free(0);
    }
    int attempts = claim.path("attempt").asInt();
    return switch (claim.path("state").asText()) {
      case "released" -> new State.Free(attempts);
      case "sent" -> new State.Sent(attempts, time(claim.path("at")));
      case "accepted" -> output == null ? new State.Unreadable() : accepted(claim, output);
      default -> new State.Unreadable();
    };
  }

  private static State accepted(JsonNode claim, Output output) {
    String name = output.name();
    JsonNode value = claim.path(name);
    if (isOutput(name, value)) {
      return new State.Accepted(
          Map.of(name, MAPPER.convertValue(value, Object.class)),
          !claim.path(WRITER).asText().equals(WORKER));
    }
    String foundAs = output.foundAs();
    return foundAs != null && value.isMissingNode() && isOutput(foundAs, claim.path(foundAs))
        ? new State.Accepted(found(output, foundAs, claim.path(foundAs).textValue()), true)
        : new State.Unreadable();
  }

  /** What a person sees in Feishu is the application, and never a delivery task. */
  private static Map<String, Object> found(Output output, String foundAs, String id) {
    if (output.instead() == null) {
      return Map.of(output.name(), Map.of(foundAs, id));
    }
    Map<String, Object> outputs = new LinkedHashMap<>();
    outputs.put(output.name(), null);
    outputs.put(foundAs, id);
    return outputs;
  }

  /**
   * Nobody is free to submit, or need not, because of what stands in another scope. A doubt stays
   * one: an older worker did not mark its claims. So does a yes to an incident that it had left.
   */
  private static State ofAnother(JsonNode claim, int failedTries) {
    return switch (claim.path("state").asText()) {
      case "released" -> new State.Free(0);
      case "accepted" -> failedTries == 0 ? new State.Free(0) : new State.Unreadable();
      default -> read(claim, null);
    };
  }

  /** An id is text that looks like one; every other output is an object with ids in it. */
  private static boolean isOutput(String output, JsonNode value) {
    return output.endsWith("_id")
        ? value.isTextual() && ID.matcher(value.textValue()).matches()
        : value.isObject()
            && value
                .propertyStream()
                .filter(member -> member.getKey().endsWith("_id"))
                .allMatch(member -> isOutput(member.getKey(), member.getValue()));
  }

  /** Only what is a time is shown again: a person can write anything here. */
  private static @Nullable String time(JsonNode at) {
    return at.asText().matches("[0-9TZ:.+-]{10,40}") ? at.asText() : null;
  }
}

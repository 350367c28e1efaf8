package io.github.feishuhire.worker.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.worker.catalogue.Output;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.engine.Job;
import io.github.feishuhire.worker.engine.JobCommands;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.job.ClaimState.Accepted;
import io.github.feishuhire.worker.job.ClaimState.Free;
import io.github.feishuhire.worker.job.ClaimState.Sent;
import io.github.feishuhire.worker.job.ClaimState.Unreadable;
import io.github.feishuhire.worker.outcome.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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

  static final String VARIABLE = Task.SUBMISSION;

  /**
   * Says whose claim it is, by the key of the element instance: a task also sees the variables of
   * the scopes around it, and anybody who starts a process can set those. What a modification
   * starts anew has a new key and so no claim, whatever is copied to it; a migration keeps key and
   * variables. A person who resolves a doubt changes the claim alone and leaves this as it is.
   */
  static final String OWNER = "feishu_hire_submission_of";

  private static final Duration PATIENCE_WITH_ENGINE = Duration.ofMinutes(5);

  /** Of a claim that was written knowing that the engine had been restored. */
  private static final String RESTORED = "restored";

  static final String WRITER = "by";
  static final String WORKER = "worker";

  private final JobCommands commands;
  private final String owner;
  private final boolean own;
  private final @Nullable Long restored;
  private final boolean forgotten;
  private final ClaimState found;
  private @Nullable Map<String, Object> sent;
  private Standing standing;

  Claim(Inputs variables, Output output, Job job, JobCommands commands, RestorePoint restorePoint) {
    this.commands = commands;
    this.owner = String.valueOf(job.elementInstanceKey());
    this.own = owner.equals(variables.raw(OWNER).textValue());
    JsonNode claim = variables.raw(VARIABLE);
    ClaimState read =
        own
            ? ClaimState.of(claim, output)
            : ClaimState.ofAnother(claim, Report.failedTries(variables));
    this.restored = restorePoint.ifAfter(job.processInstanceKey());
    this.forgotten = restored != null && read instanceof Free && !isReleasedSince(claim);
    this.found = forgotten ? new Sent(0, null) : read;
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
      case Free free -> Standing.NOT_MADE;
      case Accepted accepted -> Standing.KEPT;
      case Sent earlier -> Standing.UNSAID;
      case Unreadable unreadable -> Standing.UNSAID;
    };
  }

  /** What this run and the earlier ones came to. */
  Standing standing() {
    return standing;
  }

  ClaimState found() {
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
        : found instanceof Sent earlier ? earlier.at() : null;
  }

  /** The same, as a time. */
  @Nullable Instant sentTime() {
    String at = sentAt();
    try {
      return at == null ? null : Instant.parse(at);
    } catch (DateTimeParseException e) { // a person can have written it
      return null;
    }
  }

  /** The number of this attempt. */
  private int attempt() {
    return 1
        + switch (found) {
          case Free free -> free.attempts();
          case Sent earlier -> earlier.attempts();
          case Accepted accepted -> 0;
          case Unreadable unreadable -> 0;
        };
  }

  /** Makes a doubt that is not marked as ours ours, so that what a person sets next counts. */
  void adopt() {
    if (own && !forgotten) {
      return;
    }
    switch (found) {
      case Sent earlier -> commands.setLocal(marked(sent(earlier.attempts(), earlier.at())));
      case Unreadable unreadable -> commands.setLocal(marked(Map.of("state", "unreadable")));
      case Free free -> {}
      case Accepted accepted -> {}
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
        found instanceof Sent earlier
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
}

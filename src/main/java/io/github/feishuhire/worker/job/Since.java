package io.github.feishuhire.worker.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.worker.engine.CommandRefusedException;
import io.github.feishuhire.worker.engine.Job;
import io.github.feishuhire.worker.engine.JobCommands;
import io.github.feishuhire.worker.input.Inputs;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.apache.commons.lang3.ObjectUtils;

/**
 * Since when a task waits. The engine keeps it as a local variable of the task, so that the next
 * run goes on counting; and only once the wait is a long one, because most are not.
 */
final class Since {

  static final String VARIABLE = "feishu_hire_awaiting_since";

  private static final Duration LONG = Duration.ofSeconds(10);

  private final String owner;
  private final JobCommands commands;
  private final Time time;
  private final Instant begun;
  private final Instant runBegun;
  private final Duration waitedBefore;
  private boolean kept;

  Since(Inputs variables, Job job, JobCommands commands, Time time) {
    this.owner = String.valueOf(job.elementInstanceKey());
    this.commands = commands;
    this.time = time;
    this.runBegun = time.now();
    Instant now = time.wallClock();
    JsonNode found = variables.raw(VARIABLE);
    this.kept = owner.equals(found.path("of").textValue());
    this.begun = kept ? ObjectUtils.min(instant(found.path("at"), now), now) : now;
    this.waitedBefore = Duration.between(begun, now);
  }

  /** How long by now, earlier runs included. */
  Duration waited() {
    return waitedBefore.plus(Duration.between(runBegun, time.now()));
  }

  /** What is about to be waited is added: a worker that is killed meanwhile keeps nothing. */
  void keepIfLong(Duration pause) {
    if (kept || waited().plus(pause).compareTo(LONG) < 0) {
      return;
    }
    kept = true;
    try {
      commands.setLocal(Map.of(VARIABLE, Map.of("at", begun.toString(), "of", owner)));
    } catch (CommandRefusedException e) {
      // the wait itself goes on: only the next run would count from its own start
    }
  }

  private static Instant instant(JsonNode at, Instant otherwise) {
    try {
      return Instant.parse(at.asText());
    } catch (DateTimeParseException e) {
      return otherwise;
    }
  }
}

package io.github.feishuhire.worker.engine;

import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.FinalCommandStep;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.worker.outcome.EngineRefusal;
import java.time.Duration;
import java.util.List;
import org.apache.commons.lang3.ObjectUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says one thing to the engine until the engine has taken it, refuses it, or it is too late. */
final class Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** A token that has just expired is fetched anew meanwhile. */
  private static final int DENIALS = 5;

  private final String name;
  private final FinalCommandStep<?> command;
  private final Lease limit;
  private final Time time;
  private final List<? extends CommandListener> listeners;
  private boolean perhapsTaken;
  private int denials;
  private boolean told;

  Delivery(
      String name,
      FinalCommandStep<?> command,
      Lease limit,
      Time time,
      List<? extends CommandListener> listeners) {
    this.name = name;
    this.command = command;
    this.limit = limit;
    this.time = time;
    this.listeners = listeners;
  }

  void run() {
    Duration pause = FIRST_PAUSE;
    while (true) {
      requireRoom();
      try {
        command.requestTimeout(ObjectUtils.min(limit.remaining(), LONGEST_REQUEST)).send().join();
        return;
      } catch (ClientException e) {
        String status = again(CommandVerdict.of(e));
        if (!told) {
          LOG.warn("Camunda does not take \"{}\" at the moment ({}), trying on", name, status);
          told = true;
        }
        listeners.forEach(CommandListener::commandRetried);
        pause(ObjectUtils.min(limit.remaining(), pause));
        pause = ObjectUtils.min(pause.multipliedBy(2), LONGEST_PAUSE);
      }
    }
  }

  /** Returns the status, where saying it again makes sense. */
  private String again(CommandVerdict verdict) {
    return switch (verdict) {
      case CommandVerdict.Gone gone -> throw new JobGoneException(perhapsTaken);
      case CommandVerdict.Refused refused -> throw refused(refused.refusal());
      case CommandVerdict.Unauthenticated denied when denials == DENIALS ->
          throw refused(denied.refusal());
      case CommandVerdict.Unauthenticated denied -> {
        denials++;
        yield denied.refusal().status();
      }
      case CommandVerdict.NotNow notNow -> {
        perhapsTaken |= notNow.perhapsTaken();
        yield notNow.status();
      }
    };
  }

  private CommandRefusedException refused(EngineRefusal refusal) {
    listeners.forEach(one -> one.commandRefused(refusal.status()));
    return new CommandRefusedException(name, refusal);
  }

  private void requireRoom() {
    try {
      limit.requireRoom(Duration.ofMillis(1));
    } catch (LeaseEndedException e) {
      listeners.forEach(CommandListener::commandLost);
      throw e;
    }
  }

  private void pause(Duration duration) {
    try {
      time.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LeaseEndedException();
    }
  }
}

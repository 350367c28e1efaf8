package io.github.feishuhire.api.http;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Unavailable;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps calls from an API that has failed several times in a row. While it is open, probes find out
 * whether the API answers at all; one that does lets a single call try, and when that is answered
 * too, the circuit is closed. Every change is made under one lock by the owner of a permit or of a
 * probe, so what belongs to an earlier state changes nothing in a later one.
 */
final class Circuit {

  /** Failures in a row after which nobody calls any more. */
  static final int FAILURES = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Circuit.class);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration NOT_SOON = Duration.ofMinutes(1);

  private final String name;
  private final TrialPolicy policy;
  private final Time time;

  /** Grows with each opening and closing. */
  private int generation;

  private int failuresInARow;
  private @Nullable Outage outage;
  private @Nullable CircuitPermit trial;

  /**
   * @param name for the log
   */
  Circuit(String name, TrialPolicy policy, Time time) {
    this.name = name;
    this.policy = policy;
    this.time = time;
  }

  /**
   * Lets a call begin. Whoever gets the permit closes it, whatever became of the call.
   *
   * @throws FeishuException as {@link Unavailable} while the API is left alone
   */
  synchronized CircuitPermit enter() {
    Outage current = outage;
    if (current != null && (trial != null || current.untilTrial(time.now()).isPositive())) {
      throw current.unavailable(time.now());
    }
    CircuitPermit permit = new CircuitPermit(this, generation, current != null);
    trial = permit.isTrial() ? permit : null;
    return permit;
  }

  /** Zero when a call may begin now; while the circuit is open, there is at most one turn. */
  synchronized Duration untilTurn(int nth) {
    Outage current = outage;
    if (current == null) {
      return Duration.ZERO;
    }
    return nth > 1 ? NOT_SOON : trial != null ? SOON : current.untilTrial(time.now());
  }

  /** Whether calls are kept back, but for one at a time that tries. */
  synchronized boolean isOpen() {
    return outage != null;
  }

  /** Whether the API is known to fail; not when it answers probes and nobody had to call it. */
  synchronized boolean isFailing() {
    return outage != null && outage.isFresh(time.now());
  }

  /** A probe, whenever it is time for one; several may be on their way. */
  synchronized Optional<CircuitProbe> dueProbe() {
    Outage current = outage;
    return current != null && trial == null && current.takeProbe(time.now())
        ? Optional.of(new CircuitProbe(this, generation))
        : Optional.empty();
  }

  synchronized void requireValid(CircuitPermit permit) {
    if (outage != null && trial != permit) {
      throw outage.unavailable(time.now());
    }
  }

  synchronized void end(CircuitPermit permit, Sign sign) {
    switch (sign) {
      case ANSWERS -> answered(permit);
      case FAILS -> failed(permit);
      case NONE -> {}
    }
    trial = trial == permit ? null : trial;
  }

  private void answered(CircuitPermit permit) {
    if (permit.generation() != generation) {
      if (outage != null) {
        outage.answered(); // begun before, and still a sign of life
      }
      return;
    }
    failuresInARow = 0;
    if (outage != null) {
      close();
    }
  }

  private void failed(CircuitPermit permit) {
    if (permit.generation() != generation) {
      return;
    }
    Instant now = time.now();
    if (outage != null) {
      outage.trialFailed(now);
      return;
    }
    failuresInARow++;
    if (failuresInARow == FAILURES) {
      outage = new Outage(policy, now);
      failuresInARow = 0;
      generation++;
      LOG.warn("{} fails: jobs wait until it answers again", name);
    }
  }

  synchronized void answered(CircuitProbe probe) {
    if (outage != null && probe.generation() == generation) {
      outage.answered();
    }
  }

  synchronized void succeeded(CircuitProbe probe) {
    if (outage != null && probe.generation() == generation) {
      close();
    }
  }

  private void close() {
    outage = null;
    generation++;
    LOG.info("{} answers again", name);
  }
}

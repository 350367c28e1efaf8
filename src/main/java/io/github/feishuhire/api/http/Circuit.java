package io.github.feishuhire.api.http;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Unavailable;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.lang3.ObjectUtils;
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
  private static final Duration A_WHILE = Duration.ofSeconds(5);
  private static final Duration NOT_SOON = Duration.ofMinutes(1);

  private final String name;
  private final TrialPolicy policy;
  private final Time time;

  /** Grows with each opening and closing. */
  private int generation;

  private int failuresInARow;
  private @Nullable Outage outage;
  private @Nullable Permit trial;

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
  synchronized Permit enter() {
    Outage current = outage;
    if (current != null && (trial != null || current.untilTrial(time.now()).isPositive())) {
      throw unavailable(current);
    }
    Permit permit = new Permit(generation, current != null);
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
  synchronized Optional<Probe> dueProbe() {
    Outage current = outage;
    return current != null && trial == null && current.takeProbe(time.now())
        ? Optional.of(new Probe(generation))
        : Optional.empty();
  }

  private FeishuException unavailable(Outage current) {
    Duration wait = current.untilTrial(time.now());
    return new FeishuException(
        new Unavailable(ObjectUtils.max(SOON, ObjectUtils.min(wait, A_WHILE))));
  }

  private void answered(Permit permit) {
    if (permit.generation != generation) {
      if (outage != null) {
        outage.answered(); // begun before, and still a sign of life
      }
      return;
    }
    failuresInARow = 0;
    if (outage != null) {
      outage = null;
      generation++;
      LOG.info("{} answers again", name);
    }
  }

  private void failed(Permit permit) {
    if (permit.generation != generation) {
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

  /** A call on its way. Its first verdict counts; without one it has said nothing about the API. */
  final class Permit implements AutoCloseable {

    private final int generation;
    private final boolean isTrial;
    private boolean isJudged;

    private Permit(int generation, boolean isTrial) {
      this.generation = generation;
      this.isTrial = isTrial;
    }

    /** Whether it is the one call that tries an API which has failed until now. */
    boolean isTrial() {
      return isTrial;
    }

    /**
     * To be asked after a wait.
     *
     * @throws FeishuException as {@link Unavailable} when the API has begun to fail meanwhile
     */
    void requireValid() {
      synchronized (Circuit.this) {
        if (outage != null && trial != this) {
          throw unavailable(outage);
        }
      }
    }

    void answered() {
      judge(() -> Circuit.this.answered(this));
    }

    void failed() {
      judge(() -> Circuit.this.failed(this));
    }

    /** Makes room for the next trial. */
    @Override
    public void close() {
      judge(() -> {});
    }

    private void judge(Runnable verdict) {
      synchronized (Circuit.this) {
        if (!isJudged) {
          isJudged = true;
          verdict.run();
          trial = trial == this ? null : trial;
        }
      }
    }
  }

  /** A question that can have no effect. Unless it is answered, it was in vain. */
  final class Probe {

    private final int generation;

    private Probe(int generation) {
      this.generation = generation;
    }

    void answered() {
      synchronized (Circuit.this) {
        if (outage != null && generation == Circuit.this.generation) {
          outage.answered();
        }
      }
    }
  }
}

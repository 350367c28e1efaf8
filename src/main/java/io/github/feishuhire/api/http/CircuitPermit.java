package io.github.feishuhire.api.http;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Unavailable;

/** A call on its way. Its first verdict counts; without one it has said nothing about the API. */
final class CircuitPermit implements AutoCloseable {

  private final Circuit circuit;
  private final int generation;
  private final boolean isTrial;
  private boolean isEnded;

  CircuitPermit(Circuit circuit, int generation, boolean isTrial) {
    this.circuit = circuit;
    this.generation = generation;
    this.isTrial = isTrial;
  }

  /** Of the circuit when the call began. */
  int generation() {
    return generation;
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
    circuit.requireValid(this);
  }

  void answered() {
    end(Sign.ANSWERS);
  }

  void failed() {
    end(Sign.FAILS);
  }

  /** Once; what comes after that is ignored. */
  void end(Sign sign) {
    if (!isEnded) {
      isEnded = true;
      circuit.end(this, sign);
    }
  }

  /** Makes room for the next trial. */
  @Override
  public void close() {
    end(Sign.NONE);
  }
}

package io.github.feishuhire.api.http;

/**
 * A question that can have no effect. Unless it is answered, it was in vain.
 *
 * @param generation of the circuit when it was asked
 */
record CircuitProbe(Circuit circuit, int generation) {

  void answered() {
    circuit.answered(this);
  }

  /** It was a call like any other, and it went well. */
  void succeeded() {
    circuit.succeeded(this);
  }
}

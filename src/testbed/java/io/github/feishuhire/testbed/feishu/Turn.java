package io.github.feishuhire.testbed.feishu;

import io.github.feishuhire.testbed.feishu.Submission.Answer;
import java.time.Duration;

/**
 * How one request is treated.
 *
 * @param whole whether the request is read to its end first; if not, it was never received
 * @param executes whether it has its effect
 * @param answer what the worker can learn from it
 */
public record Turn(boolean whole, boolean executes, Answer answer, Wire wire) {

  public static Turn usual() {
    return new Turn(true, true, Answer.YES, Wires.usual());
  }

  /** As usual, and nothing more comes on this connection. */
  public static Turn last() {
    return new Turn(true, true, Answer.YES, Wires.last());
  }

  /** Executed or not, the worker cannot tell. */
  public static Turn unclear(boolean executes, Wire wire) {
    return new Turn(true, executes, Answer.UNCLEAR, wire);
  }

  /** Certainly without effect, and the worker is told so. */
  public static Turn refused(Wire wire) {
    return new Turn(true, false, Answer.NO, wire);
  }

  /** Reset as soon as it can be told which API it is for: of the body nothing is read. */
  public static Turn cut() {
    return new Turn(false, false, Answer.UNCLEAR, Wires.reset());
  }

  /** As usual, after that long. */
  public static Turn late(Duration latency) {
    return new Turn(
        true,
        true,
        Answer.YES,
        (socket, usual) -> {
          Thread.sleep(latency);
          return Wires.usual().play(socket, usual);
        });
  }

  /** As usual, but not before the gate is opened. */
  public static Turn held(Gate gate) {
    return new Turn(
        true,
        true,
        Answer.YES,
        (socket, usual) -> {
          gate.pass();
          return Wires.usual().play(socket, usual);
        });
  }

  /** The head is read, the body is not; at the gate's opening the connection breaks. */
  public static Turn heldBeforeBody(Gate gate) {
    return new Turn(
        false,
        false,
        Answer.UNCLEAR,
        (socket, usual) -> {
          gate.pass();
          return Wires.reset().play(socket, usual);
        });
  }
}
